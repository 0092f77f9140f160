using Eliza.Application.Messages;
using Eliza.Application.Messages.ListMessages;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Messages;

/// <summary>The messages of a channel.</summary>
[Route("api/messaging/channels/{channelId}/messages")]
[Route("api/messaging/central-channels/{channelId}/messages")]
public sealed class MessagesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// A page of the history, oldest first within the page. <c>offset</c> counts from the newest message; <c>before</c> and
    /// <c>after</c> (a message id, or a time in Unix seconds or milliseconds) cost the same at any depth. 404 no such channel
    /// or, for a cursor, no such message in it.
    /// </summary>
    [HttpGet]
    [AnswersPage<MessageResponse>("messages")]
    [Fails(403, 404)]
    public Task<IActionResult> ListAsync(
        string channelId, [FromQuery] int? limit, [FromQuery] int? offset, [FromQuery] string? before, [FromQuery] string? after, CancellationToken cancellationToken) =>
        SendAsync(new ListMessagesQuery(channelId, limit, offset, before, after), cancellationToken);
}
