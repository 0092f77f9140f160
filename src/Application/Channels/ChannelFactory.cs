using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Servers;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

/// <summary>Opens channels for the present caller, whichever request asks for it.</summary>
internal sealed class ChannelFactory(
    IChannelRepository channels, IServerDirectory servers, IAgentDirectory agents, ICaller caller, TimeProvider time)
{
    /// <summary>Opens a channel: the caller, if it is somebody, is its owner, the others are members.</summary>
    public async Task<Result<Channel>> CreateAsync(ChannelDraft draft, ChannelType type, IEnumerable<ActorId> members, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.ChannelsWrite)) return CommonErrors.Forbidden;
        var created = Channel.Create(draft.Server, type, draft.Name, draft.Description, draft.Metadata, draft.IsPrivate, time.GetUtcNow());
        if (created.Error is not null) return created;

        var owner = caller.Current!.Actor;
        await AdmitAsync(created.Value, owner is null ? members : members.Prepend(owner), owner, cancellationToken);
        await servers.EnsureAsync(draft.Server, cancellationToken);
        channels.Add(created.Value);
        return created;
    }

    /// <summary>
    /// The one direct channel that two have in the server: opened at first sight, and again for who left it. Of two requests at once
    /// the unique index lets one through; the other runs again and finds it.
    /// </summary>
    public async Task<Result<Channel>> OpenPairAsync(ChannelDraft draft, ChannelPair pair, CancellationToken cancellationToken)
    {
        if (caller.Current is not { } known || !(known.IsTrusted || pair.Has(known.Actor))) return CommonErrors.Forbidden;
        var channel = await channels.FindAsync(new ChannelOfPair(draft.Server, pair), cancellationToken);
        var missing = new[] { pair.First, pair.Second }.Where(actor => channel?.Has(actor) != true).ToList();
        if (!known.May(Scopes.ChannelsWrite))
            return channel is not null && missing.Count == 0 && known.May(Scopes.MessagesRead) ? channel : CommonErrors.Forbidden;

        if (channel is null)
        {
            channel = Channel.CreateDirect(draft.Server, pair, draft.Name, draft.Description, draft.Metadata, time.GetUtcNow());
            await servers.EnsureAsync(draft.Server, cancellationToken);
            channels.Add(channel);
        }
        await AdmitAsync(channel, missing, owner: null, cancellationToken);
        return channel;
    }

    private async Task AdmitAsync(Channel channel, IEnumerable<ActorId> actors, ActorId? owner, CancellationToken cancellationToken)
    {
        foreach (var (id, kind, name) in await agents.ListNewcomersAsync(actors, caller.Current, cancellationToken))
            channel.Add(id, kind, name, id == owner ? ParticipantRole.Owner : ParticipantRole.Member, time.GetUtcNow());
    }
}
