using Eliza.Application.Sessions;
using Eliza.Application.Sessions.BeatSession;
using Eliza.Application.Sessions.RenewSession;
using Eliza.Domain.Common;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Sessions;

/// <summary>What keeps sessions alive.</summary>
[Route("api/messaging/sessions/{sessionId}")]
public sealed class SessionTimingController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// Begins a session's time anew, also of one that does not renew by itself. 404 no such session; 410 it has expired; 422 it
    /// lasts as long as its maximum duration allows already.
    /// </summary>
    [HttpPost("renew")]
    [AnswersBare<SessionResponse>]
    [Fails(403, 410, Kinds = [ErrorKind.SessionNotFound, ErrorKind.SessionRenewalFailed])]
    public Task<IActionResult> RenewAsync(string sessionId, CancellationToken cancellationToken) =>
        SendAsync(new RenewSessionCommand(sessionId), cancellationToken);

    /// <summary>Notes activity, which renews a session that renews by itself. 404 no such session; 410 it has expired.</summary>
    [HttpPost("heartbeat")]
    [AnswersBare<SessionResponse>]
    [Fails(403, 410, Kinds = [ErrorKind.SessionNotFound])]
    public Task<IActionResult> BeatAsync(string sessionId, CancellationToken cancellationToken) =>
        SendAsync(new BeatSessionCommand(sessionId), cancellationToken);

    /// <summary>
    /// Changes how long a session lasts, counted from its last activity; times that are over already end it now. 400 out of
    /// range; 404 no such session; 410 it has expired.
    /// </summary>
    [HttpPatch("timeout")]
    [AnswersBare<SessionResponse>]
    [Fails(403, 410, Kinds = [ErrorKind.SessionNotFound])]
    public Task<IActionResult> ChangeTimeoutAsync(string sessionId, [FromBody] ChangeSessionTimeoutRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(sessionId), cancellationToken);
}
