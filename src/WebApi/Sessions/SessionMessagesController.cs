using Eliza.Application.Sessions;
using Eliza.Application.Sessions.ListSessionMessages;
using Eliza.Domain.Common;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Sessions;

/// <summary>What is said in sessions.</summary>
[Route("api/messaging/sessions/{sessionId}/messages")]
public sealed class SessionMessagesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// Sends a message in a session, which counts as activity. By <c>transport</c> the answer comes at once (websocket), waits for
    /// the agent's reply (http), or is a stream of events (sse): <c>user_message</c>, <c>chunk</c> as the agent writes,
    /// <c>done</c> with the whole reply, or <c>error</c>. Without a reply in time the message is delivered all the same. 400 invalid;
    /// 404 no such session; 410 it has expired.
    /// </summary>
    [HttpPost]
    [AnswersSentMessage]
    [Fails(403, 409, 410, 422, Kinds = [ErrorKind.SessionNotFound])]
    public Task<IActionResult> SendAsync(string sessionId, [FromBody] SendSessionMessageRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(sessionId), cancellationToken);

    /// <summary>
    /// A page of a session's messages, newest first: the newest ones, those right before <c>before</c>, or those right behind
    /// <c>after</c>. <c>cursors</c> lead on in both directions; they neither skip nor repeat a message. To look is no activity. 404 no
    /// such session; 410 it has expired.
    /// </summary>
    /// <param name="sessionId">The session's id, a UUID.</param>
    /// <param name="limit">How many to answer at most: 1 to 100, 50 unless told.</param>
    /// <param name="before">Only what came before it: a cursor, a time in Unix milliseconds, or one in ISO 8601.</param>
    /// <param name="after">Only what came after it: a cursor, a time in Unix milliseconds, or one in ISO 8601.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    [HttpGet]
    [AnswersBare<SessionMessagePage>]
    [Fails(403, 410, Kinds = [ErrorKind.SessionNotFound])]
    public Task<IActionResult> ListAsync(
        string sessionId, [FromQuery] int? limit, [FromQuery] string? before, [FromQuery] string? after, CancellationToken cancellationToken) =>
        SendAsync(new ListSessionMessagesQuery(sessionId, limit, before, after), cancellationToken);
}
