using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Channels.ListChannelAgents;
using Eliza.Application.Channels.RemoveAgent;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Channels;

/// <summary>The agents in a channel.</summary>
[Route("api/messaging/channels/{channelId}/agents")]
[Route("api/messaging/central-channels/{channelId}/agents")]
public sealed class ChannelAgentsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Adds an agent; to add one that is in already changes nothing. 400 invalid; 404 no such channel or agent.</summary>
    [HttpPost]
    [AnswersDone<ChannelAgentLink>("Agent added to the channel")]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> AddAsync(string channelId, [FromBody] AddAgentRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(channelId), cancellationToken);

    /// <summary>A page of the channel's agents, in the order in which they joined. 404 no such channel.</summary>
    [HttpGet]
    [AnswersList<AgentResponse>]
    [Fails(403, 404)]
    public Task<IActionResult> ListAsync(string channelId, [FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListChannelAgentsQuery(channelId, limit, offset), cancellationToken);

    /// <summary>Takes an agent out. 404 no such channel, or the agent is not in it.</summary>
    [HttpDelete("{agentId}")]
    [AnswersDone<ChannelAgentLink>("Agent removed from the channel")]
    [Fails(403, 404)]
    public Task<IActionResult> RemoveAsync(string channelId, string agentId, CancellationToken cancellationToken) =>
        SendAsync(new RemoveAgentCommand(channelId, agentId), cancellationToken);
}
