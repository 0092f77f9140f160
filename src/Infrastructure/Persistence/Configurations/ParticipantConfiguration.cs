using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.HasKey(participant => new { participant.ChannelId, participant.ActorId });
        builder.HasOne<Channel>().WithMany(channel => channel.Participants)
            .HasForeignKey(participant => participant.ChannelId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(participant => participant.ActorKey).HasMaxLength(ActorId.MaxLength);
        builder.Property(participant => participant.NameKey).HasMaxLength(DisplayName.MaxLength);

        // Pages of all and of one kind; the agents of a channel on every message.
        builder.HasIndex(participant => new { participant.ChannelId, participant.JoinedAt, participant.ActorKey });
        builder.HasIndex(participant => new { participant.ChannelId, participant.Kind, participant.JoinedAt, participant.ActorKey });

        // Where somebody takes part.
        builder.HasIndex(participant => new { participant.ActorId, participant.ChannelId });

        // Mentions.
        builder.HasIndex(participant => new { participant.ChannelId, participant.ActorKey });
        builder.HasIndex(participant => new { participant.ChannelId, participant.NameKey });
    }
}
