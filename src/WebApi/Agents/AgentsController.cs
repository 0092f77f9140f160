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
    public Task<IActionResult> ListAsync([FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(
            new ListAgentsQuery(limit, offset),
            page => new SuccessBody<AgentPage>(new AgentPage(page.Items, Pagination.Of(page))),
            cancellationToken);
}

/// <summary>A page of agents.</summary>
public sealed record AgentPage(IReadOnlyList<AgentResponse> Agents, Pagination Pagination);
