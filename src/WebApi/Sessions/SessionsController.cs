using Eliza.Application.Sessions;
using Eliza.Application.Sessions.DeleteSession;
using Eliza.Application.Sessions.GetSession;
using Eliza.Application.Sessions.GetSessionHealth;
using Eliza.Application.Sessions.ListSessions;
using Eliza.Domain.Common;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Sessions;

/// <summary>Conversations of one person with one agent that end by themselves. Answers are bare; times are in ISO 8601.</summary>
[Route("api/messaging/sessions")]
public sealed class SessionsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// Opens a session, with a private channel of its own. It ends <c>timeoutMinutes</c> after the last activity, and
    /// <c>maxDurationMinutes</c> after its creation at the latest. 400 invalid; 404 no such agent; 409 the agent is not active.
    /// </summary>
    [HttpPost]
    [AnswersBare<SessionResponse>(StatusCodes.Status201Created)]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> CreateAsync([FromBody] CreateSessionRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);

    /// <summary>A page of all sessions that last, those with the most time left first; for operators alone.</summary>
    [HttpGet]
    [AnswersBare<SessionListResponse>]
    [Fails(403)]
    public Task<IActionResult> ListAsync([FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListSessionsQuery(limit, offset), cancellationToken);

    /// <summary>How many sessions last, and how many of them end soon.</summary>
    [HttpGet("health")]
    [AnswersBare<SessionHealth>]
    public Task<IActionResult> GetHealthAsync(CancellationToken cancellationToken) => SendAsync(new GetSessionHealthQuery(), cancellationToken);

    /// <summary>
    /// A session, how long it lasts, and how much of that is left. To look at it is no activity. 404 no such session (any more);
    /// 410 it has expired, which is told for 24 hours.
    /// </summary>
    [HttpGet("{sessionId}")]
    [AnswersBare<SessionResponse>]
    [Fails(403, 410, Kinds = [ErrorKind.SessionNotFound])]
    public Task<IActionResult> GetAsync(string sessionId, CancellationToken cancellationToken) =>
        SendAsync(new GetSessionQuery(sessionId), cancellationToken);

    /// <summary>Ends a session for good. What was said in it stays in its channel. 404 no such session (any more).</summary>
    [HttpDelete("{sessionId}")]
    [AnswersBare<EndedSession>]
    [Fails(403, Kinds = [ErrorKind.SessionNotFound])]
    public Task<IActionResult> DeleteAsync(string sessionId, CancellationToken cancellationToken) =>
        SendAsync(new DeleteSessionCommand(sessionId), cancellationToken);
}
