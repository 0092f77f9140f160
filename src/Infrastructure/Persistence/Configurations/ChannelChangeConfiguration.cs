using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Feeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class ChannelChangeConfiguration : IEntityTypeConfiguration<ChannelChange>
{
    public void Configure(EntityTypeBuilder<ChannelChange> builder)
    {
        builder.HasKey(change => new { change.ChannelId, change.Stamp });
        builder.Property(change => change.Stamp).ValueGeneratedNever();
        builder.HasOne<Channel>().WithMany().HasForeignKey(change => change.ChannelId).OnDelete(DeleteBehavior.Cascade);

        // Those that are old enough to be forgotten.
        builder.HasIndex(change => change.Stamp);
        builder.Property(change => change.Subject).HasMaxLength(ActorId.MaxLength);
        builder.Ignore(change => change.DomainEvents);
    }
}
