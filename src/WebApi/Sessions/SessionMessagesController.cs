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
    [AnswersBare<SentMessageAnswer>(StatusCodes.Status201Created)]
    [Fails(403, 409, 410, 422, Kinds = [ErrorKind.SessionNotFound])]
    public Task<IActionResult> SendAsync(string sessionId, [FromBody] SendSessionMessageRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(sessionId), SentMessageAnswer.Of, cancellationToken);
}
