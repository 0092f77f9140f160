using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Channels.ListChannelAgents;
using Eliza.Application.Channels.MuteAgent;
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

    /// <summary>A page of the channel's agents, in the order in which they joined; without what only those see who manage agents. 404 no such channel.</summary>
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

    /// <summary>Mutes an agent: it answers only those who call it by name. To mute it twice changes nothing. 404 no such channel, or the agent is not in it.</summary>
    [HttpPost("{agentId}/mute")]
    [AnswersDone<AgentMuting>("Agent muted in the channel")]
    [Fails(403, 404)]
    public Task<IActionResult> MuteAsync(string channelId, string agentId, CancellationToken cancellationToken) =>
        SendAsync(new MuteAgentCommand(channelId, agentId, IsMuted: true), cancellationToken);

    /// <summary>Lets a muted agent speak again. 404 no such channel, or the agent is not in it.</summary>
    [HttpPost("{agentId}/unmute")]
    [AnswersDone<AgentMuting>("Agent unmuted in the channel")]
    [Fails(403, 404)]
    public Task<IActionResult> UnmuteAsync(string channelId, string agentId, CancellationToken cancellationToken) =>
        SendAsync(new MuteAgentCommand(channelId, agentId, IsMuted: false), cancellationToken);
}
