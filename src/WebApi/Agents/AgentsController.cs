using Eliza.Application.Agents;
using Eliza.Application.Agents.DeleteAgent;
using Eliza.Application.Agents.GetAgent;
using Eliza.Application.Agents.ListAgents;
using Eliza.Application.Agents.RotateWebhookSecret;
using Eliza.Application.Agents.StartAgent;
using Eliza.Application.Agents.StopAgent;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Agents;

/// <summary>The agents that this server knows.</summary>
[Route("api/agents")]
public sealed class AgentsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>A page of all agents, oldest first. To those who do not manage agents (<c>agents:write</c>) it shows neither <c>system</c> nor a webhook's URL nor settings that the server does not know.</summary>
    [HttpGet]
    [AnswersPage<AgentResponse>("agents")]
    [Fails(403)]
    public Task<IActionResult> ListAsync([FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListAgentsQuery(limit, offset), cancellationToken);

    /// <summary>
    /// Makes an agent. What its body says of a character is kept and given back, but for <c>secrets</c>. A webhook agent's answer
    /// shows the secret that signs the calls to it, this once. 400 invalid; 409 the id is an agent's or a person's already.
    /// </summary>
    [HttpPost]
    [AnswersNamed<AgentResponse>("character", StatusCodes.Status201Created, Also = "agent")]
    [Fails(403, 409, 422)]
    public Task<IActionResult> CreateAsync([FromBody] CreateAgentRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);

    /// <summary>One agent; never its secret. Its <c>system</c>, its webhook's URL and settings that the server does not know are for those who manage agents (<c>agents:write</c>), and for itself. 404 no such agent.</summary>
    [HttpGet("{agentId}")]
    [AnswersNamed<AgentResponse>("character")]
    [Fails(403, 404)]
    public Task<IActionResult> GetAsync(string agentId, CancellationToken cancellationToken) => SendAsync(new GetAgentQuery(agentId), cancellationToken);

    /// <summary>Changes what is given of an agent and leaves the rest; in its channels too it is called by its new name. 400 invalid, or another kind; 404 no such agent.</summary>
    [HttpPatch("{agentId}")]
    [AnswersNamed<AgentResponse>("character")]
    [Fails(403, 404)]
    public Task<IActionResult> UpdateAsync(string agentId, [FromBody] UpdateAgentRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(agentId), cancellationToken);

    /// <summary>Removes an agent with its keys and grants, and out of every channel; what it said stays. 404 no such agent.</summary>
    [HttpDelete("{agentId}")]
    [AnswersDone<DeletedAgent>("Agent deleted successfully")]
    [Fails(403, 404)]
    public Task<IActionResult> DeleteAsync(string agentId, CancellationToken cancellationToken) => SendAsync(new DeleteAgentCommand(agentId), cancellationToken);

    /// <summary>Lets an agent answer again; to start it twice changes nothing. 404 no such agent.</summary>
    [HttpPost("{agentId}/start")]
    [Answers<AgentState>]
    [Fails(403, 404)]
    public Task<IActionResult> StartAsync(string agentId, CancellationToken cancellationToken) => SendAsync(new StartAgentCommand(agentId), cancellationToken);

    /// <summary>Lets an agent answer no more until it is started; what it had to do ends as ignored. 404 no such agent.</summary>
    [HttpPost("{agentId}/stop")]
    [Answers<AgentState>]
    [Fails(403, 404)]
    public Task<IActionResult> StopAsync(string agentId, CancellationToken cancellationToken) => SendAsync(new StopAgentCommand(agentId), cancellationToken);

    /// <summary>Signs the calls to the agent's webhook with another secret and shows it, this once. 404 no such agent; 409 it has no webhook.</summary>
    [HttpPost("{agentId}/rotate-secret")]
    [AnswersNamed<AgentResponse>("character")]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> RotateSecretAsync(string agentId, CancellationToken cancellationToken) =>
        SendAsync(new RotateWebhookSecretCommand(agentId), cancellationToken);
}
