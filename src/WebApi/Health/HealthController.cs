using Eliza.Application.Health.GetHealth;
using Eliza.Application.Health.GetReadiness;
using Eliza.Application.Health.GetStatus;
using Eliza.WebApi.Hosting;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Health;

/// <summary>Signs of life. The reference answers them bare; both forms are given.</summary>
[Route("api/server")]
public sealed class HealthController(IMediator mediator, TimeProvider time) : ApiController(mediator)
{
    /// <summary>Whether the server answers at all; <c>timestamp</c> is in milliseconds. Needs no credential.</summary>
    [AllowAnonymous]
    [SignOfLife]
    [HttpGet("ping")]
    [HttpHead("ping")]
    [AnswersBoth<PingResponse>]
    public IActionResult Ping() => Answer(new PingResponse(Pong: true, time.GetUtcNow().ToUnixTimeMilliseconds()));

    /// <summary>Whether all that the server stands on works; 503 when not. Needs no credential.</summary>
    [AllowAnonymous]
    [SignOfLife]
    [HttpGet("health")]
    [HttpGet("/health")]
    [HttpHead("health")]
    [HttpHead("/health")]
    [AnswersBoth<HealthReport>]
    [Fails(503)]
    public Task<IActionResult> GetHealthAsync(CancellationToken cancellationToken) =>
        SendAsync(new GetHealthQuery(), cancellationToken);

    /// <summary>Whether the process answers. It touches nothing: a server whose database is gone is not to be restarted for that. Needs no credential.</summary>
    [AllowAnonymous]
    [SignOfLife]
    [HttpGet("/health/live")]
    [HttpHead("/health/live")]
    [AnswersBoth<LivenessResponse>]
    public IActionResult GetLiveness() => Answer(LivenessResponse.Alive);

    /// <summary>Whether requests should be sent here; 503 when not: the database cannot be used, or the server is about to stop. Needs no credential.</summary>
    [AllowAnonymous]
    [SignOfLife]
    [HttpGet("/health/ready")]
    [HttpHead("/health/ready")]
    [AnswersBoth<ReadinessReport>]
    [Fails(503)]
    public Task<IActionResult> GetReadinessAsync(CancellationToken cancellationToken) =>
        SendAsync(new GetReadinessQuery(), cancellationToken);

    /// <summary>How the server is doing.</summary>
    [HttpGet("status")]
    [AnswersBoth<StatusReport>]
    public Task<IActionResult> GetStatusAsync(CancellationToken cancellationToken) =>
        SendAsync(new GetStatusQuery(), cancellationToken);
}

/// <summary>The shortest sign of life; <c>Timestamp</c> is in Unix milliseconds.</summary>
public sealed record PingResponse(bool Pong, long Timestamp);

/// <summary>That the process answers.</summary>
/// <param name="Status">alive.</param>
public sealed record LivenessResponse(string Status)
{
    internal static readonly LivenessResponse Alive = new("alive");
}
