using Eliza.Application.Health.GetHealth;
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

    /// <summary>How the server is doing.</summary>
    [HttpGet("status")]
    [AnswersBoth<StatusReport>]
    public Task<IActionResult> GetStatusAsync(CancellationToken cancellationToken) =>
        SendAsync(new GetStatusQuery(), cancellationToken);
}

/// <summary>The shortest sign of life; <c>Timestamp</c> is in Unix milliseconds.</summary>
public sealed record PingResponse(bool Pong, long Timestamp);
