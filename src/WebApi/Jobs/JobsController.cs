using Eliza.Application.Jobs;
using Eliza.Application.Jobs.GetJob;
using Eliza.Application.Jobs.GetJobHealth;
using Eliza.Application.Jobs.ListJobs;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Jobs;

/// <summary>Single questions to agents, whose answers are fetched later. All times are in Unix milliseconds.</summary>
[Route("api/messaging/jobs")]
public sealed class JobsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// Puts a question to an agent, in a channel of its own. 400 invalid; 404 no such agent, or none is active; 409 the agent is
    /// not active; 503 10000 jobs of the caller are waiting for their answers.
    /// </summary>
    [HttpPost]
    [Answers<CreatedJob>(StatusCodes.Status201Created)]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> CreateAsync([FromBody] CreateJobRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);

    /// <summary>
    /// A page of the caller's jobs, newest first; an operator sees everybody's. <c>status</c> is pending, processing, completed,
    /// failed or timeout; with it, of very many jobs only the newest 10000 are looked through.
    /// </summary>
    [HttpGet]
    [Answers<JobListResponse>]
    public Task<IActionResult> ListAsync([FromQuery] int? limit, [FromQuery] int? offset, [FromQuery] string? status, CancellationToken cancellationToken) =>
        SendAsync(new ListJobsQuery(limit, offset, status), cancellationToken);

    /// <summary>How the caller's jobs fare, the newest 10000 of them; an operator hears of everybody's.</summary>
    [HttpGet("health")]
    [Answers<JobHealth>]
    public Task<IActionResult> GetHealthAsync(CancellationToken cancellationToken) => SendAsync(new GetJobHealthQuery(), cancellationToken);

    /// <summary>
    /// A job and what became of it: completed when the answer came before <c>expiresAt</c>, failed when it is certain that none
    /// will come, timeout when the time was up. 404 no such job (any more).
    /// </summary>
    [HttpGet("{jobId}")]
    [Answers<JobResponse>]
    [Fails(403, 404)]
    public Task<IActionResult> GetAsync(string jobId, CancellationToken cancellationToken) => SendAsync(new GetJobQuery(jobId), cancellationToken);
}
