using Eliza.Application.Agents;
using Eliza.Application.Agents.ListAgents;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Agents;

/// <summary>The agents that this server knows.</summary>
[Route("api/agents")]
public sealed class AgentsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>A page of all agents, oldest first.</summary>
    [HttpGet]
    [AnswersPage<AgentResponse>("agents")]
    [Fails(403)]
    public Task<IActionResult> ListAsync([FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListAgentsQuery(limit, offset), cancellationToken);
}
