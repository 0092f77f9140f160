using Eliza.Application.Agents;
using Eliza.Application.Agents.ListAgentGrants;
using Eliza.Application.Agents.RevokeAgentGrant;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Agents;

/// <summary>In whose name an agent may post. Who manages agents decides, and each person for itself.</summary>
[Route("api/agents/{agentId}/grants")]
public sealed class AgentGrantsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lets the agent post in a person's name; to grant it twice changes nothing. 400 invalid; 404 no such agent.</summary>
    [HttpPost]
    [Answers<AgentGrantResponse>(StatusCodes.Status201Created)]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> GrantAsync(string agentId, [FromBody] GrantAgentRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(agentId), cancellationToken);

    /// <summary>A page of the agent's grants; for a person, its own. 404 no such agent.</summary>
    [HttpGet]
    [AnswersPage<AgentGrantResponse>("grants")]
    [Fails(403, 404)]
    public Task<IActionResult> ListAsync(string agentId, [FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListAgentGrantsQuery(agentId, limit, offset), cancellationToken);

    /// <summary>Ends a grant. 404 no such agent or grant.</summary>
    [HttpDelete("{userId}")]
    [Answers<AgentGrantResponse>]
    [Fails(403, 404)]
    public Task<IActionResult> RevokeAsync(string agentId, string userId, CancellationToken cancellationToken) =>
        SendAsync(new RevokeAgentGrantCommand(agentId, userId), cancellationToken);

    /// <summary>Ends a grant of the person in the query; of the caller itself when missing. 404 no such agent or grant.</summary>
    [HttpDelete]
    [Answers<AgentGrantResponse>]
    [Fails(403, 404)]
    public Task<IActionResult> RevokeByQueryAsync(string agentId, [FromQuery] string? userId, CancellationToken cancellationToken) =>
        SendAsync(new RevokeAgentGrantCommand(agentId, userId), cancellationToken);
}
