using Eliza.Application.Channels;
using Eliza.Application.Channels.OpenDirectChannel;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Channels;

/// <summary>Direct channels: of two.</summary>
[Route("api/messaging/dm-channel")]
public sealed class DirectChannelsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// The one direct channel of two in a server, whichever is named first; it is opened when they have none, which takes the scope
    /// channels:write. A person or an agent asks for its own alone. Who had left it takes part again. 400 an id is missing or invalid,
    /// or both are the same.
    /// </summary>
    /// <param name="userId1">One of the two.</param>
    /// <param name="userId2">The other.</param>
    /// <param name="currentUserId">One of the two, by another name.</param>
    /// <param name="targetUserId">The other, by another name.</param>
    /// <param name="dmServerId">The server, a UUID; the default server when missing.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    [HttpGet]
    [AnswersNamed<ChannelResponse>("channel")]
    [Fails(400, 403, 409)]
    public Task<IActionResult> OpenAsync(
        [FromQuery] string? userId1, [FromQuery] string? userId2, [FromQuery] string? currentUserId, [FromQuery] string? targetUserId,
        [FromQuery] string? dmServerId, CancellationToken cancellationToken) =>
        SendAsync(new OpenDirectChannelCommand(userId1, userId2, currentUserId, targetUserId, dmServerId), cancellationToken);
}
