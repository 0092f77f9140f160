using Eliza.Application.Agents;
using Eliza.Application.Agents.AckRun;
using Eliza.Application.Agents.FetchInbox;
using Eliza.Application.Agents.ReturnRun;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Agents;

/// <summary>
/// Where an agent of the kind remote fetches the messages that it is to answer. It answers through <c>/submit</c> and then
/// <c>/complete</c>; what it does neither complete nor give back comes again when its lease has ended, six times in all.
/// </summary>
[Route("api/agents/{agentId}/inbox")]
public sealed class AgentInboxController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// Takes what the agent is to answer, the oldest message of each channel, and waits for one where there is none. 404 no such
    /// agent; 409 it is not of the kind remote.
    /// </summary>
    /// <param name="agentId">The agent's id.</param>
    /// <param name="limit">How many to take at most, 1–20; one when missing.</param>
    /// <param name="waitSeconds">How long to wait where there is none, 0–30 seconds; 0 when missing.</param>
    /// <param name="leaseSeconds">For how long what is taken is the agent's, 10–600 seconds; 60 when missing.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    [HttpGet]
    [Answers<Inbox>]
    [Fails(403, 404, 409)]
    public Task<IActionResult> FetchAsync(
        string agentId, [FromQuery] int? limit, [FromQuery] int? waitSeconds, [FromQuery] int? leaseSeconds, CancellationToken cancellationToken) =>
        SendAsync(new FetchInboxCommand(agentId, limit, waitSeconds, leaseSeconds), cancellationToken);

    /// <summary>Holds a fetched message for longer. 404 no such agent or run; 409 the lease is lost.</summary>
    [HttpPost("{runId}/ack")]
    [AnswersDone<RunLease>]
    [Fails(403, 404, 409)]
    public Task<IActionResult> AckAsync(string agentId, string runId, [FromBody] AckRunRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(agentId, runId), cancellationToken);

    /// <summary>Gives a fetched message back, with an error as a failed attempt. 404 no such agent or run; 409 the lease is lost.</summary>
    [HttpPost("{runId}/release")]
    [AnswersDone<ReturnedRun>]
    [Fails(403, 404, 409)]
    public Task<IActionResult> ReleaseAsync(string agentId, string runId, [FromBody] ReturnRunRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(agentId, runId), cancellationToken);
}
