using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Channels;

namespace Eliza.Application.Channels;

/// <summary>Reads who takes part in a channel, across participants and agents.</summary>
public interface IChannelMembers
{
    /// <summary>The ids of all people and agents in the channel, in the order in which they joined; none when they are more than <paramref name="atMost"/>.</summary>
    Task<IReadOnlyList<string>> ListIdsAsync(ChannelId channel, int atMost, CancellationToken cancellationToken);

    /// <summary>A page of the agents in the channel, in the order in which they joined.</summary>
    Task<Page<AgentResponse>> ListAgentsAsync(ChannelId channel, int limit, int offset, CancellationToken cancellationToken);
}
