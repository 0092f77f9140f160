using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>
/// Channels as the path of messages needs them, in memory. A channel's row is believed for a while (<see cref="FactLifetimes.Fresh"/>). Who
/// takes part in it is kept under the revision that the row had, and read after it: it is never older than that. So a channel in which
/// nothing changes costs one small question in that while, however many talk there; and to forget the row is to forget all.
/// </summary>
/// <remarks>
/// A role takes half a kilobyte at most, ids of full length included, a row or an agent's place less: together they are bounded to 60 MB,
/// of which usual ids take a half. A channel that is not there is not kept: anybody can invent one.
/// </remarks>
internal sealed class KnownChannels
{
    private const int MostChannels = 50_000;
    private const int MostPlaces = 50_000;
    private const int MostRoles = 50_000;

    private static readonly Func<ElizaDbContext, ChannelId, Task<KnownChannel?>> Row = EF.CompileAsyncQuery((ElizaDbContext db, ChannelId id) => db.Channels
        .Where(channel => channel.Id == id)
        .Select(channel => new KnownChannel(channel.Id, channel.ServerId, channel.Type, channel.IsPrivate, EF.Property<long>(channel, Revision.OfChannel)))
        .FirstOrDefault());

    private static readonly Func<ElizaDbContext, ChannelId, ActorId, Task<ParticipantRole?>> Role = EF.CompileAsyncQuery(
        (ElizaDbContext db, ChannelId id, ActorId actor) => db.Participants
            .Where(participant => participant.ChannelId == id && participant.ActorId == actor)
            .Select(participant => (ParticipantRole?)participant.Role).FirstOrDefault());

    private readonly KnownFacts<ChannelId, KnownChannel?> _channels;
    private readonly KnownFacts<(ChannelId Channel, long Revision), IReadOnlyList<KnownPlace>> _places;
    private readonly KnownFacts<(ChannelId Channel, long Revision, ActorId Actor), ParticipantRole?> _roles;

    public KnownChannels(IServiceScopeFactory scopes, FactLifetimes lifetimes, TimeProvider time)
    {
        _channels = new(id => scopes.AskAsync(db => Row(db, id)), channel => channel is null ? 0 : 1, MostChannels, lifetimes.Fresh, time);
        _places = new(key => scopes.AskAsync(db => ListAsync(PlacesOf(db, key.Channel))), places => 1 + places.Count, MostPlaces, FactLifetimes.UnderRevision, time);
        _roles = new(key => scopes.AskAsync(db => Role(db, key.Channel, key.Actor)), _ => 1, MostRoles, FactLifetimes.UnderRevision, time);
    }

    public ValueTask<KnownChannel?> FindAsync(ChannelId id, CancellationToken cancellationToken) => _channels.FindAsync(id, cancellationToken);

    /// <summary>Somebody's role; null for who does not take part.</summary>
    public ValueTask<ParticipantRole?> FindRoleAsync(KnownChannel channel, ActorId actor, CancellationToken cancellationToken) =>
        _roles.FindAsync((channel.Id, channel.Revision, actor), cancellationToken);

    /// <summary>The agents that take part.</summary>
    public ValueTask<IReadOnlyList<KnownPlace>> ListAgentsAsync(KnownChannel channel, CancellationToken cancellationToken) =>
        _places.FindAsync((channel.Id, channel.Revision), cancellationToken);

    public void Forget(ChannelId channel) => _channels.Forget(channel);

    public void ForgetAll() => _channels.ForgetAll();

    internal static IQueryable<KnownPlace> PlacesOf(ElizaDbContext db, ChannelId channel) => db.Participants
        .Where(participant => participant.ChannelId == channel && participant.Kind == ActorKind.Agent)
        .Select(participant => new KnownPlace(participant.ActorId, participant.IsMuted));

    private static async Task<IReadOnlyList<KnownPlace>> ListAsync(IQueryable<KnownPlace> places) => await places.ToListAsync();
}
