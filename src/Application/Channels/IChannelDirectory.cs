using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Channels;

/// <summary>What other modules may ask of channels. It is on the path of every message.</summary>
public interface IChannelDirectory : IModulePort
{
    /// <summary>What it takes to read the channel, or null when there is no such channel.</summary>
    /// <param name="id">The channel.</param>
    /// <param name="reader">Whose role decides; null for who takes part in nothing.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<ChannelView?> FindViewAsync(ChannelId id, ActorId? reader, CancellationToken cancellationToken);

    /// <summary>What it takes to post to the channel, or null when there is no such channel.</summary>
    /// <param name="id">The channel.</param>
    /// <param name="author">Whose role decides.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<ChannelEntry?> FindAsync(ChannelId id, ActorId author, CancellationToken cancellationToken);

    /// <summary>
    /// Has whoever asks next hear of the channel as it is from now on: an answer may be two seconds old. To be called before a right is
    /// looked at that lasts, such as that to listen.
    /// </summary>
    void Forget(ChannelId id);

    /// <summary>The channel of that id or, on the default server, the one that mirrors a platform's room of that id; null when there is neither.</summary>
    Task<ChannelId?> FindRoomAsync(string roomId, CancellationToken cancellationToken);

    /// <summary>
    /// The participants whose id or name, in lower case, is one of <paramref name="handles"/>: who a message mentions.
    /// </summary>
    Task<IReadOnlyList<ParticipantHandle>> FindHandlesAsync(ChannelId id, IReadOnlyCollection<string> handles, CancellationToken cancellationToken);
}

/// <summary>What it takes to read a channel.</summary>
/// <param name="Access">What the reader may do there.</param>
public sealed record ChannelView(ChannelId Id, ServerId ServerId, ChannelAccess Access);

/// <summary>What it takes to post to a channel.</summary>
/// <param name="Access">What the author may do there.</param>
/// <param name="Type">What sort of channel it is.</param>
/// <param name="Agents">The agents that take part and still exist.</param>
public sealed record ChannelEntry(ChannelId Id, ServerId ServerId, ChannelType Type, ChannelAccess Access, IReadOnlyList<Listener> Agents);

/// <summary>A participant with what a mention may call it; both in lower case.</summary>
public sealed record ParticipantHandle(ActorId ActorId, string ActorKey, string? NameKey)
{
    public ActorKind Kind { get; init; }
}

/// <summary>Channels are named by ids that clients write; what is no UUID names nothing.</summary>
public static class ChannelDirectoryLookup
{
    /// <summary>What it takes to post to the channel if there is such a channel, or null.</summary>
    public static async Task<ChannelEntry?> FindAsync(
        this IChannelDirectory channels, string channelId, ActorId author, CancellationToken cancellationToken) =>
        ChannelId.TryParse(channelId, out var id) ? await channels.FindAsync(id, author, cancellationToken) : null;

    /// <summary>Whether an agent in the channel goes by that name, or by that id.</summary>
    public static async Task<bool> HasAgentCalledAsync(
        this IChannelDirectory channels, ChannelId channel, DisplayName name, CancellationToken cancellationToken) =>
        (await channels.FindHandlesAsync(channel, [name.Key], cancellationToken)).Any(participant => participant.Kind is ActorKind.Agent);

    /// <summary>The channel, if there is one and the caller may read it.</summary>
    public static async Task<Result<ChannelView>> FindReadableAsync(
        this IChannelDirectory channels, string channelId, Caller? caller, CancellationToken cancellationToken)
    {
        if (!ChannelId.TryParse(channelId, out var id) || await channels.FindViewAsync(id, caller?.Actor, cancellationToken) is not { } view)
            return ChannelErrors.NotFound(channelId);
        return view.Access.AllowsReading(caller) ? view : CommonErrors.Forbidden;
    }
}
