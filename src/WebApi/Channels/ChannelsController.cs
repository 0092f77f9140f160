using Eliza.Application.Channels;
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
    /// <summary>Creates a channel. 400 invalid; 409 the name is taken in the server.</summary>
    [HttpPost]
    [AnswersNamed<ChannelResponse>("channel", StatusCodes.Status201Created)]
    [Fails(403, 409, 422)]
    public Task<IActionResult> CreateAsync([FromBody] CreateChannelRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);

    /// <summary>One channel. 404 there is none.</summary>
    [HttpGet("{channelId}")]
    [HttpGet("{channelId}/details")]
    [AnswersNamed<ChannelResponse>("channel")]
    [Fails(403, 404)]
    public Task<IActionResult> GetAsync(string channelId, CancellationToken cancellationToken) =>
        SendAsync(new GetChannelQuery(channelId), cancellationToken);
}
