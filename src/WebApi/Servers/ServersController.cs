using Eliza.Application.Servers;
using Eliza.Application.Servers.DeleteServer;
using Eliza.Application.Servers.GetServer;
using Eliza.Application.Servers.ListServers;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Servers;

/// <summary>Servers, under each of their three names.</summary>
[Route("api/messaging/servers")]
[Route("api/messaging/central-servers")]
[Route("api/messaging/message-servers")]
public sealed class ServersController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>A page of all servers, oldest first.</summary>
    [HttpGet]
    [AnswersPage<ServerResponse>("messageServers", "servers", ListUnder = ["servers", "central-servers"])]
    [Fails(403)]
    public Task<IActionResult> ListAsync([FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListServersQuery(limit, offset), cancellationToken);

    /// <summary>Creates a server; for service keys with channels:write. 400 invalid.</summary>
    [HttpPost]
    [AnswersNamed<ServerResponse>("server", StatusCodes.Status201Created)]
    [Fails(403, 409, 422)]
    public Task<IActionResult> CreateAsync([FromBody] CreateServerRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);

    /// <summary>One server. 404 there is none.</summary>
    [HttpGet("{serverId}")]
    [AnswersNamed<ServerResponse>("server")]
    [Fails(403, 404)]
    public Task<IActionResult> GetAsync(string serverId, CancellationToken cancellationToken) => SendAsync(new GetServerQuery(serverId), cancellationToken);

    /// <summary>Changes name, description and metadata; for service keys with channels:write. 400 invalid; 404 no such server.</summary>
    [HttpPatch("{serverId}")]
    [AnswersNamed<ServerResponse>("server")]
    [Fails(403, 404)]
    public Task<IActionResult> UpdateAsync(string serverId, [FromBody] UpdateServerRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(serverId), cancellationToken);

    /// <summary>Deletes a server with its channels and all that was said in them; for service keys with channels:write. 404 there is none; 409 the default server is kept.</summary>
    [HttpDelete("{serverId}")]
    [AnswersDone<ServerLink>("Server deleted")]
    [Fails(403, 404, 409)]
    public Task<IActionResult> DeleteAsync(string serverId, CancellationToken cancellationToken) =>
        SendAsync(new DeleteServerCommand(serverId), cancellationToken);
}
