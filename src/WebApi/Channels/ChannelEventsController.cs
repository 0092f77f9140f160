using Eliza.Application.Channels.FollowChannel;
using Eliza.WebApi.Realtime.Sse;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Channels;

/// <summary>What happens in a channel, as it happens.</summary>
[Route("api/messaging/channels/{channelId}/events")]
[Route("api/messaging/central-channels/{channelId}/events")]
public sealed class ChannelEventsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// What happens in the channel from now on, as Server-Sent Events: <c>channel_joined</c> at once, then <c>messageBroadcast</c>,
    /// <c>messageStreamChunk</c> and all the others, in their order. Whoever comes back with the last id that it heard is told what it
    /// missed: nothing is left out and nothing told twice, also over a restart of the server. 400 the id is none; 404 no such channel, or no such message in it.
    /// </summary>
    /// <param name="channelId">The channel's id, a UUID.</param>
    /// <param name="lastEventId">What the client heard last.</param>
    /// <param name="after">The same, for clients that cannot send the header.</param>
    /// <param name="once">True to be told what was missed and no more: the stream ends there.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    [HttpGet]
    [AnswersEvents]
    [Fails(400, 403, 404)]
    public Task<IActionResult> FollowAsync(
        string channelId, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, [FromQuery] string? after, [FromQuery] bool? once, CancellationToken cancellationToken) =>
        SendAsync(new FollowChannelQuery(channelId, lastEventId ?? after, once is true), cancellationToken);
}
