using Eliza.Domain.Agents;
using Eliza.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class AgentRunConfiguration : IEntityTypeConfiguration<AgentRun>
{
    public const string UniqueRun = "IX_AgentRuns_MessageId_AgentId";

    /// <summary>Pending and running: the few rows that the dispatcher looks through, whatever has ended before.</summary>
    private const string Open = "\"EndedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<AgentRun> builder)
    {
        builder.HasKey(run => run.Sequence);
        builder.Property(run => run.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(run => run.Id).IsUnique();
        builder.HasIndex(run => new { run.MessageId, run.AgentId }).IsUnique().HasDatabaseName(UniqueRun);
        builder.HasIndex(run => new { run.DueAt, run.Sequence }).HasFilter(Open);
        builder.HasIndex(run => new { run.AgentId, run.ChannelId, run.Sequence }).HasFilter(Open);

        // What an agent has still to do: its inbox.
        builder.HasIndex(run => new { run.AgentId, run.Sequence }, "IX_AgentRuns_AgentId_Sequence_Open").HasFilter(Open);

        // Lists of an agent's runs, newest first: of all, of one channel.
        builder.HasIndex(run => new { run.AgentId, run.Sequence });
        builder.HasIndex(run => new { run.AgentId, run.ChannelId, run.Sequence }, "IX_AgentRuns_AgentId_ChannelId_Sequence_All");

        // By way of its message a run goes with its channel too; a second path of cascades is not allowed everywhere.
        builder.HasOne<Message>().WithMany().HasForeignKey(run => run.MessageId).HasPrincipalKey(message => message.Id)
            .OnDelete(DeleteBehavior.Cascade);

        builder.Property(run => run.LastError).HasMaxLength(AgentRun.MaxErrorLength);
        builder.Property(run => run.Lease).IsConcurrencyToken();
        builder.Property(run => run.Status).IsConcurrencyToken();

        // Of two replies at once, the first stays noted.
        builder.Property(run => run.ReplyId).IsConcurrencyToken();
        builder.Ignore(run => run.DomainEvents);
        builder.Ignore(run => run.IsOpen);
        builder.Ignore(run => run.Conversation);
    }
}
