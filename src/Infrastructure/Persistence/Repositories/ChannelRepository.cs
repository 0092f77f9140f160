using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class ChannelRepository(ElizaDbContext db, WriteTransaction transaction, Outdated outdated) : IChannelRepository
{
    public Task<Channel?> FindAsync(ISpecification<Channel> specification, CancellationToken cancellationToken) =>
        SpecificationEvaluator.GetQuery(db.Channels, specification).FirstOrDefaultAsync(cancellationToken);

    public async Task<Channel?> FindAloneAsync(ISpecification<Channel> specification, CancellationToken cancellationToken)
    {
        await transaction.OpenAsync(cancellationToken);
        await SpecificationEvaluator.Filtered(db.Channels, specification).OrderBy(channel => channel.Id).Select(channel => channel.Id).Locked().ToListAsync(cancellationToken);
        return await FindAsync(specification, cancellationToken);
    }

    public Task LoadOwnersAsync(Channel channel, CancellationToken cancellationToken) =>
        ParticipantsOf(channel).Where(participant => participant.Role == ParticipantRole.Owner).LoadAsync(cancellationToken);

    public async Task<bool> TryLoadParticipantsAsync(Channel channel, int atMost, CancellationToken cancellationToken)
    {
        if (await ParticipantsOf(channel).CountAsync(cancellationToken) > atMost) return false;
        await ParticipantsOf(channel).LoadAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyCollection<Source>> ListSourcesAsync(ServerId server, IReadOnlyCollection<Source> among, CancellationToken cancellationToken) =>
        await SourcesOf(db, server, among).ToListAsync(cancellationToken);

    public void Add(Channel channel) => db.Add(channel);

    public async Task RemoveAsync(Channel channel, CancellationToken cancellationToken)
    {
        await transaction.OpenAsync(cancellationToken);
        await db.LockChannelsAsync([channel.Id]);
        await db.EmptyAnswersAsync(db.Messages.Where(message => message.ChannelId == channel.Id), cancellationToken);
        db.Remove(channel);
    }

    internal static IQueryable<Source> SourcesOf(ElizaDbContext db, ServerId server, IReadOnlyCollection<Source> among) =>
        db.Channels.Where(channel => channel.ServerId == server && channel.Source != null && among.Contains(channel.Source)).Select(channel => channel.Source!);

    private IQueryable<Participant> ParticipantsOf(Channel channel) => db.Participants.Where(participant => participant.ChannelId == channel.Id);

    public Task<bool> HasPersonAsync(ActorId id, CancellationToken cancellationToken) =>
        db.Participants.AnyAsync(participant => participant.ActorId == id && participant.Kind == ActorKind.User, cancellationToken);

    public async Task RenameAgentAsync(ActorId agent, DisplayName name, CancellationToken cancellationToken)
    {
        await transaction.OpenForAgentsAsync(cancellationToken);
        await PlacesOf(db, agent).ExecuteUpdateAsync(
            place => place.SetProperty(p => p.Name, name).SetProperty(p => p.NameKey, name.Key), cancellationToken);
    }

    public async Task RemoveAgentAsync(ActorId agent, CancellationToken cancellationToken)
    {
        await transaction.OpenForAgentsAsync(cancellationToken);
        outdated.AddAllChannels();
        var channels = db.Channels.Where(channel => PlacesOf(db, agent).Any(place => place.ChannelId == channel.Id));
        await channels.OrderBy(channel => channel.Id).Select(channel => channel.Id).Locked().ToListAsync(cancellationToken);
        await channels.ExecuteUpdateAsync(
            channel => channel.SetProperty(c => EF.Property<long>(c, Revision.OfChannel), c => EF.Property<long>(c, Revision.OfChannel) + 1), cancellationToken);
        await PlacesOf(db, agent).ExecuteDeleteAsync(cancellationToken);
    }

    internal static IQueryable<Participant> PlacesOf(ElizaDbContext db, ActorId agent) =>
        db.Participants.Where(participant => participant.ActorId == agent && participant.Kind == ActorKind.Agent);
}
