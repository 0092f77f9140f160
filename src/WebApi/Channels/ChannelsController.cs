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
    public Task<IActionResult> CreateAsync([FromBody] CreateChannelRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), Body, cancellationToken, StatusCodes.Status201Created);

    /// <summary>One channel. 404 there is none.</summary>
    [HttpGet("{channelId}")]
    [HttpGet("{channelId}/details")]
    public Task<IActionResult> GetAsync(string channelId, CancellationToken cancellationToken) =>
        SendAsync(new GetChannelQuery(channelId), Body, cancellationToken);

    private static object Body(ChannelResponse channel) => new SuccessBody<BothWays>(new BothWays("channel", channel));
}
