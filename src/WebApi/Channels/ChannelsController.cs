using Eliza.Application.Channels;
using Eliza.Application.Channels.DeleteChannel;
using Eliza.Application.Channels.GetChannel;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Channels;

/// <summary>Channels, under both of their names.</summary>
[Route("api/messaging/channels")]
[Route("api/messaging/central-channels")]
public sealed class ChannelsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// Creates a channel, with participants if some are named: two or more make it a group unless a type is given; a direct channel
    /// of two is made once and found after that. 400 invalid; 409 the name is taken in the server.
    /// </summary>
    [HttpPost]
    [AnswersNamed<ChannelResponse>("channel", StatusCodes.Status201Created)]
    [Fails(403, 409, 422)]
    public Task<IActionResult> CreateAsync([FromBody] CreateChannelRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);

    /// <summary>One channel; metadata.participantCentralUserIds tells who takes part, unless they are more than 1000. 404 there is none.</summary>
    [HttpGet("{channelId}")]
    [HttpGet("{channelId}/details")]
    [AnswersNamed<ChannelResponse>("channel")]
    [Fails(403, 404)]
    public Task<IActionResult> GetAsync(string channelId, CancellationToken cancellationToken) =>
        SendAsync(new GetChannelQuery(channelId), cancellationToken);

    /// <summary>
    /// Changes name, description and metadata, and who takes part: participantCentralUserIds makes the participants exactly these, but
    /// for owners, who stay. Metadata takes the place of what was there; it can make a channel private, not open it again. 400 invalid;
    /// 404 no such channel; 409 the name is taken in the server, or there are more than 1000 participants to replace.
    /// </summary>
    [HttpPatch("{channelId}")]
    [AnswersNamed<ChannelResponse>("channel")]
    [Fails(403, 404, 409)]
    public Task<IActionResult> UpdateAsync(string channelId, [FromBody] UpdateChannelRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(channelId), cancellationToken);

    /// <summary>Deletes a channel with all that was said in it. 404 there is none.</summary>
    [HttpDelete("{channelId}")]
    [AnswersDone<ChannelLink>("Channel deleted")]
    [Fails(403, 404)]
    public Task<IActionResult> DeleteAsync(string channelId, CancellationToken cancellationToken) =>
        SendAsync(new DeleteChannelCommand(channelId), cancellationToken);
}
