using Eliza.Application.Servers;
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
}
