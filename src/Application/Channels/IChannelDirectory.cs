using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Channels;

/// <summary>What other modules may ask of channels. It is on the path of every message.</summary>
public interface IChannelDirectory : IModulePort
{
    /// <summary>The server of the channel, or null when there is no such channel: for those who only read.</summary>
    Task<ServerId?> FindServerAsync(ChannelId id, CancellationToken cancellationToken);

    /// <summary>What it takes to post to the channel, or null when there is no such channel.</summary>
    Task<ChannelEntry?> FindAsync(ChannelId id, CancellationToken cancellationToken);

    /// <summary>
    /// The participants whose id or name, in lower case, is one of <paramref name="handles"/>: who a message mentions.
    /// </summary>
    Task<IReadOnlyList<ParticipantHandle>> FindHandlesAsync(ChannelId id, IReadOnlyCollection<string> handles, CancellationToken cancellationToken);
}

/// <summary>What it takes to post to a channel.</summary>
/// <param name="Agents">The agents that take part.</param>
public sealed record ChannelEntry(ChannelId Id, ServerId ServerId, IReadOnlyList<ActorId> Agents);

/// <summary>A participant with what a mention may call it; both in lower case.</summary>
public sealed record ParticipantHandle(ActorId ActorId, string ActorKey, string? NameKey);

/// <summary>Channels are named by ids that clients write; what is no UUID names nothing.</summary>
public static class ChannelDirectoryLookup
{
    /// <summary>What it takes to post to the channel if there is such a channel, or null.</summary>
    public static async Task<ChannelEntry?> FindAsync(this IChannelDirectory channels, string channelId, CancellationToken cancellationToken) =>
        ChannelId.TryParse(channelId, out var id) ? await channels.FindAsync(id, cancellationToken) : null;
}
