using Eliza.Application.Health.GetHello;
using Eliza.Application.Health.GetServers;
using Eliza.Application.Health.StopServer;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Health;

/// <summary>What operators ask of the running server.</summary>
[Route("api/server")]
public sealed class OperationController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>A greeting, for whoever has a credential that is valid.</summary>
    [HttpGet("hello")]
    [AnswersBoth<Greeting>]
    public Task<IActionResult> HelloAsync(CancellationToken cancellationToken) => SendAsync(new GetHelloQuery(), cancellationToken);

    /// <summary>What runs on this server: servers, agents, memory, connections. Admins alone may ask. Nothing of the environment is told.</summary>
    [HttpGet("servers")]
    [HttpGet("debug/servers")]
    [AnswersBoth<ServersReport>]
    [Fails(403)]
    public Task<IActionResult> GetServersAsync(CancellationToken cancellationToken) => SendAsync(new GetServersQuery(), cancellationToken);

    /// <summary>Stops the server, once this is answered: it drains if it is set to (<c>Shutdown:DrainSeconds</c>), then finishes what was begun. Admins alone may.</summary>
    [HttpPost("stop")]
    [AnswersDone<StopReport>("Server stopping...")]
    [Fails(403)]
    public Task<IActionResult> StopAsync(CancellationToken cancellationToken) => SendAsync(new StopServerCommand(), cancellationToken);
}
