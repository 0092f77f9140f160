using Eliza.Application.Channels;
using Eliza.Application.Channels.ListServerChannels;
using Eliza.Application.Channels.SyncChannels;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Channels;

/// <summary>The channels of a server, under each of its three names.</summary>
[Route("api/messaging/servers/{serverId}")]
[Route("api/messaging/central-servers/{serverId}")]
[Route("api/messaging/message-servers/{serverId}")]
public sealed class ServerChannelsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// A page of the server's channels, oldest first. People and agents see the open ones and those in which they take part; trusted
    /// services see all. 404 no such server.
    /// </summary>
    [HttpGet("channels")]
    [AnswersPage<ChannelResponse>("channels", ListUnder = ["servers", "central-servers"])]
    [Fails(403, 404)]
    public Task<IActionResult> ListAsync(string serverId, [FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListServerChannelsQuery(serverId, limit, offset), cancellationToken);

    /// <summary>
    /// Opens a channel for each of a platform's channels that has none in the server yet, and tells how many; repeated, it finds them.
    /// 400 invalid; 404 no such server; 409 a name is taken by another channel, and none is opened.
    /// </summary>
    [HttpPost("sync-channels")]
    [Answers<SyncedChannels>]
    [Fails(403, 404, 409)]
    public Task<IActionResult> SyncAsync(string serverId, [FromBody] SyncChannelsRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(serverId), cancellationToken);
}
