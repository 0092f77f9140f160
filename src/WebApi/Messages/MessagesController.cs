using Eliza.Application.Messages;
using Eliza.Application.Messages.ClearMessages;
using Eliza.Application.Messages.ClearMessagesOfUser;
using Eliza.Application.Messages.DeleteMessage;
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

    /// <summary>
    /// Posts a message to the channel: the body of <c>/submit</c> without <c>channel_id</c>. A service that names no author is
    /// taken to write for the <c>user_id</c> (or <c>userId</c>, <c>authorId</c>) of the metadata. 400 invalid; 404 no such
    /// channel, or no such message to answer in it.
    /// </summary>
    [HttpPost]
    [AnswersNamed<MessageResponse>("message", StatusCodes.Status201Created)]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> PostAsync(string channelId, [FromBody] PostMessageRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(channelId), cancellationToken);

    /// <summary>Deletes a message: its author may, and who manages the channel. Replies to it stay. 404 no such channel, or no such message in it.</summary>
    [HttpDelete("{messageId}")]
    [AnswersDone<DeletedMessage>]
    [Fails(403, 404)]
    public Task<IActionResult> DeleteAsync(string channelId, string messageId, CancellationToken cancellationToken) =>
        SendAsync(new DeleteMessageCommand(channelId, messageId), cancellationToken);

    /// <summary>Deletes all messages of the channel, which takes who manages it; <c>deleted</c> tells how many they were. 404 no such channel.</summary>
    [HttpDelete]
    [AnswersDone<DeletedMessages>]
    [Fails(403, 404)]
    public Task<IActionResult> ClearAsync(string channelId, CancellationToken cancellationToken) =>
        SendAsync(new ClearMessagesCommand(channelId), cancellationToken);

    /// <summary>
    /// Deletes all that one person or agent said in the channel: itself may, and who manages the channel; <c>deleted</c> tells how
    /// many messages they were. 400 without <c>userId</c>; 404 no such channel.
    /// </summary>
    [HttpDelete("all")]
    [AnswersDone<DeletedMessages>]
    [Fails(400, 403, 404)]
    public Task<IActionResult> ClearOfUserAsync(string channelId, [FromQuery] string? userId, CancellationToken cancellationToken) =>
        SendAsync(new ClearMessagesOfUserCommand(channelId, userId), cancellationToken);
}
