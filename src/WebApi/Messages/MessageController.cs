using Eliza.Application.Messages;
using Eliza.Application.Messages.GetMessage;
using Eliza.Application.Messages.GetThread;
using Eliza.Application.Messages.ListEdits;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Messages;

/// <summary>One message, whichever channel it is in.</summary>
[Route("api/messaging/messages/{messageId}")]
public sealed class MessageController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>The message. 404 no such message.</summary>
    [HttpGet]
    [AnswersNamed<MessageResponse>("message")]
    [Fails(403, 404)]
    public Task<IActionResult> GetAsync(string messageId, CancellationToken cancellationToken) =>
        SendAsync(new GetMessageQuery(messageId), cancellationToken);

    /// <summary>
    /// Has the message say something else. Its author may, as long as it may write in the channel, and a service for it; who
    /// manages the channel may not. What the message said is kept, and <c>editedAt</c> tells when it was changed; the same content
    /// again is no edit. Mentions are found anew, but no agent is woken. 400 invalid; 404 no such message; 409 edited 100 times.
    /// </summary>
    [HttpPatch]
    [AnswersNamed<MessageResponse>("message")]
    [Fails(403, 404, 409)]
    public Task<IActionResult> EditAsync(string messageId, [FromBody] EditMessageRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(messageId), cancellationToken);

    /// <summary>
    /// A page of the thread that the message belongs to, oldest first, the message that began it before all. A message outside
    /// any thread is its own beginning. 404 no such message.
    /// </summary>
    [HttpGet("thread")]
    [AnswersPage<MessageResponse>("messages")]
    [Fails(403, 404)]
    public Task<IActionResult> GetThreadAsync(string messageId, [FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new GetThreadQuery(messageId, limit, offset), cancellationToken);

    /// <summary>A page of what the message said before it was changed, oldest first. 404 no such message.</summary>
    [HttpGet("edits")]
    [AnswersPage<MessageEditResponse>("edits")]
    [Fails(403, 404)]
    public Task<IActionResult> ListEditsAsync(string messageId, [FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListEditsQuery(messageId, limit, offset), cancellationToken);
}
