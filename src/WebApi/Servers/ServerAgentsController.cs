using Eliza.Application.Agents;
using Eliza.Application.Servers;
using Eliza.Application.Servers.ListServerAgentIds;
using Eliza.Application.Servers.ListServerAgents;
using Eliza.Application.Servers.RemoveServerAgent;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Servers;

/// <summary>The agents that belong to a server.</summary>
[Route("api/messaging/servers/{serverId}/agents")]
[Route("api/messaging/central-servers/{serverId}/agents")]
[Route("api/messaging/message-servers/{serverId}/agents")]
public sealed class ServerAgentsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Adds an agent; to add one that is there already changes nothing. For service keys with channels:write. 400 invalid; 404 no such server or agent.</summary>
    [HttpPost]
    [AnswersDone<ServerAgentLink>("Agent added to the server")]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> AddAsync(string serverId, [FromBody] AddServerAgentRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(serverId), cancellationToken);

    /// <summary>A page of the server's agents, in the order in which they joined; without what only those see who manage agents. 404 no such server.</summary>
    [HttpGet("/api/messaging/servers/{serverId}/agents")]
    [HttpGet("/api/messaging/central-servers/{serverId}/agents")]
    [AnswersList<AgentResponse>]
    [Fails(403, 404)]
    public Task<IActionResult> ListAsync(string serverId, [FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListServerAgentsQuery(serverId, limit, offset), cancellationToken);

    /// <summary>A page of the ids of the server's agents, as the reference's published client reads it. 404 no such server.</summary>
    [HttpGet("/api/messaging/message-servers/{serverId}/agents")]
    [Answers<ServerAgentIds>]
    [Fails(403, 404)]
    public Task<IActionResult> ListIdsAsync(string serverId, [FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListServerAgentIdsQuery(serverId, limit, offset), cancellationToken);

    /// <summary>Takes an agent out; it stays in its channels. For service keys with channels:write. 404 no such server, or the agent is not in it.</summary>
    [HttpDelete("{agentId}")]
    [AnswersDone<ServerAgentLink>("Agent removed from the server")]
    [Fails(403, 404)]
    public Task<IActionResult> RemoveAsync(string serverId, string agentId, CancellationToken cancellationToken) =>
        SendAsync(new RemoveServerAgentCommand(serverId, agentId), cancellationToken);
}
