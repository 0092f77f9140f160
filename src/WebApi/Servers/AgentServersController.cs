using Eliza.Application.Servers.ListAgentServers;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Servers;

/// <summary>The servers that an agent belongs to.</summary>
[Route("api/messaging/agents/{agentId}/message-servers")]
public sealed class AgentServersController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>A page of the servers' ids, in the order in which the agent joined them. 404 no such agent.</summary>
    [HttpGet]
    [Answers<AgentServerIds>]
    [Fails(403, 404)]
    public Task<IActionResult> ListAsync(string agentId, [FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListAgentServersQuery(agentId, limit, offset), cancellationToken);
}
