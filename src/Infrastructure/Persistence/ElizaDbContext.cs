using Eliza.Domain.Access;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Feeds;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Jobs;
using Eliza.Domain.Media;
using Eliza.Domain.Messages;
using Eliza.Domain.Platforms;
using Eliza.Domain.Servers;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence;

/// <summary>The tables, the same on every database. Each database derives a context of its own, to which its migrations belong.</summary>
internal abstract class ElizaDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Server> Servers => Set<Server>();

    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Agent> Agents => Set<Agent>();

    public DbSet<AgentRun> AgentRuns => Set<AgentRun>();

    public DbSet<AgentMemory> AgentMemories => Set<AgentMemory>();

    public DbSet<AgentGrant> AgentGrants => Set<AgentGrant>();

    public DbSet<ServerAgent> ServerAgents => Set<ServerAgent>();

    public DbSet<MessageRevision> MessageRevisions => Set<MessageRevision>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<PlatformMessage> PlatformMessages => Set<PlatformMessage>();

    public DbSet<PlatformUser> PlatformUsers => Set<PlatformUser>();

    public DbSet<MediaFile> MediaFiles => Set<MediaFile>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<StoredAnswer> StoredAnswers => Set<StoredAnswer>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SessionTime> SessionTimes => Set<SessionTime>();

    public DbSet<ChannelChange> ChannelChanges => Set<ChannelChange>();

    public DbSet<Revision> Revisions => Set<Revision>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ValueConversions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(ElizaDbContext).Assembly);
}
