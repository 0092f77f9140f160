using Eliza.Application.Servers;
using Eliza.Application.Servers.GetCurrentServer;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Servers;

/// <summary>The server of everything that names none.</summary>
[Route("api/messaging/message-server/current")]
public sealed class CurrentServerController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>The id of the server of everything that names none.</summary>
    [HttpGet]
    [Answers<ServerLink>]
    [Fails(403)]
    public Task<IActionResult> GetAsync(CancellationToken cancellationToken) => SendAsync(new GetCurrentServerQuery(), cancellationToken);
}
