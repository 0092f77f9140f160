using Eliza.Application.Sessions.FollowSession;
using Eliza.Domain.Common;
using Eliza.WebApi.Realtime.Sse;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Sessions;

/// <summary>What happens in a session, as it happens.</summary>
[Route("api/messaging/sessions/{sessionId}/events")]
public sealed class SessionEventsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// What happens in the session from now on, as Server-Sent Events: those of its channel, and <c>sessionExpirationWarning</c>,
    /// <c>sessionRenewed</c> and <c>sessionExpired</c>, with which the stream ends. Whoever comes back with the last id that it heard is told
    /// what it missed. 400 the id is none; 404 no such session, or no such message in it; 410 it has expired.
    /// </summary>
    /// <param name="sessionId">The session's id, a UUID.</param>
    /// <param name="lastEventId">What the client heard last.</param>
    /// <param name="after">The same, for clients that cannot send the header.</param>
    /// <param name="once">True to be told what was missed and no more: the stream ends there.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    [HttpGet]
    [AnswersEvents]
    [Fails(400, 403, 404, 410, Kinds = [ErrorKind.SessionNotFound])]
    public Task<IActionResult> FollowAsync(
        string sessionId, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, [FromQuery] string? after, [FromQuery] bool? once, CancellationToken cancellationToken) =>
        SendAsync(new FollowSessionQuery(sessionId, lastEventId ?? after, once is true), cancellationToken);
}
