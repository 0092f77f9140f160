using Eliza.Application.Agents;
using Eliza.Application.Agents.GetRun;
using Eliza.Application.Agents.ListRuns;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Agents;

/// <summary>What an agent did and has to do, message by message. The agent may see it, and whoever manages agents.</summary>
[Route("api/agents/{agentId}/runs")]
public sealed class AgentRunsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// A page of the agent's runs, newest first, among its newest 10,000 (of the room, when one is given). <c>status</c> is pending,
    /// running, completed, failed, ignored, or a word of the reference's client: started, error, timeout, all. <c>from</c> and
    /// <c>to</c> are in Unix milliseconds. 404 no such agent.
    /// </summary>
    [HttpGet]
    [Answers<RunList>]
    [Fails(403, 404)]
    public Task<IActionResult> ListAsync(
        string agentId, [FromQuery] string? roomId, [FromQuery] string? status, [FromQuery] long? from, [FromQuery] long? to, [FromQuery] int? limit,
        [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListRunsQuery(agentId, roomId, status, from, to, limit, offset), cancellationToken);

    /// <summary>One run with what happened to it. 404 no such agent, or no such run of it (in the room, when one is given).</summary>
    [HttpGet("{runId}")]
    [AnswersNamed<RunResponse>("summary")]
    [Fails(403, 404)]
    public Task<IActionResult> GetAsync(string agentId, string runId, [FromQuery] string? roomId, CancellationToken cancellationToken) =>
        SendAsync(new GetRunQuery(agentId, runId, roomId), cancellationToken);
}
