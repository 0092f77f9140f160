using Eliza.Domain.Access;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Bus;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>
/// What the present unit of work changes of what servers keep in memory. Their revisions rise with the change, in one transaction; this
/// server forgets them as soon as that is over, however it ended.
/// </summary>
internal sealed class Outdated(ElizaDbContext db, KnownChannels knownChannels, KnownAgents knownAgents, KnownKeys knownKeys, INodeBus bus)
{
    private readonly HashSet<ChannelId> _channels = [];
    private bool _allChannels;
    private bool _agents;
    private bool _keys;

    /// <summary>Whether the loaded objects change who the agents are: that takes <see cref="DatabaseLock.Agents"/> alone.</summary>
    public bool TouchesAgents => db.ChangeTracker.Entries<Agent>().Any(entry => entry.State is not EntityState.Unchanged);

    /// <summary>Notes channels that a statement changes or removes, or whose participants it does.</summary>
    public void Add(IEnumerable<ChannelId> channels) => _channels.UnionWith(channels);

    /// <summary>Notes that a statement changes or removes channels, or participants, nobody knows which.</summary>
    public void AddAllChannels() => _allChannels = true;

    /// <summary>The channels of which the loaded objects change what is kept in memory.</summary>
    public IReadOnlyList<ChannelId> FindTouched()
    {
        var opened = db.ChangeTracker.Entries<Channel>().Where(entry => entry.State is EntityState.Added).Select(entry => entry.Entity.Id).ToHashSet();
        return
        [
            .. db.ChangeTracker.Entries<Channel>().Where(entry => entry.State is EntityState.Modified or EntityState.Deleted).Select(entry => entry.Entity.Id)
                .Concat(db.ChangeTracker.Entries<Participant>().Where(entry => entry.State is not EntityState.Unchanged).Select(entry => entry.Entity.ChannelId))
                .Where(channel => !opened.Contains(channel)).Distinct(),
        ];
    }

    /// <summary>Finds what the loaded objects change, and raises the revisions; call it in the transaction that saves them, which has their locks.</summary>
    public async Task RaiseAsync()
    {
        var touched = FindTouched();
        Add(touched);
        if (touched.Count > 0)
            await db.Channels.Where(channel => touched.Contains(channel.Id)).ExecuteUpdateAsync(
                channel => channel.SetProperty(c => EF.Property<long>(c, Revision.OfChannel), c => EF.Property<long>(c, Revision.OfChannel) + 1), CancellationToken.None);

        _keys |= db.ChangeTracker.Entries<ApiKey>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted);
        if (!TouchesAgents) return;
        (_agents, _keys) = (true, true);
        await db.Revisions.Where(revision => revision.Name == Revision.Agents).ExecuteUpdateAsync(
            revision => revision.SetProperty(r => r.Value, r => r.Value + 1), CancellationToken.None);
    }

    /// <summary>
    /// Forgets what was changed, and has the other nodes do so. Call it behind the transaction, also when nobody knows how that ended, and before
    /// anybody is told what happened.
    /// </summary>
    public void Forget()
    {
        if (_allChannels)
        {
            knownChannels.ForgetAll();
            bus.Publish(new NodeHint.AllChannelsOutdated());
        }
        foreach (var channel in _channels)
        {
            knownChannels.Forget(channel);
            bus.Publish(new NodeHint.ChannelOutdated(channel));
        }
        if (_agents)
        {
            knownAgents.ForgetAll();
            bus.Publish(new NodeHint.AgentsOutdated());
        }
        if (_keys)
        {
            knownKeys.ForgetAll();
            bus.Publish(new NodeHint.KeysOutdated());
        }
        _channels.Clear();
        (_allChannels, _agents, _keys) = (false, false, false);
    }
}
