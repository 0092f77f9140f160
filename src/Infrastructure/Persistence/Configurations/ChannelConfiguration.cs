using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class ChannelConfiguration : IEntityTypeConfiguration<Channel>
{
    public const string UniqueName = "UX_Channels_ServerId_NameKey";
    public const string UniquePair = "UX_Channels_ServerId_PairKey";
    public const string UniqueSource = "UX_Channels_ServerId_Source";

    private const int MaxPairLength = 2 * ActorId.MaxLength + 1;

    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.HasKey(channel => channel.Id);
        builder.HasOne<Server>().WithMany().HasForeignKey(channel => channel.ServerId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(channel => channel.NameKey).HasMaxLength(ChannelName.MaxLength);
        builder.HasIndex(channel => new { channel.ServerId, channel.NameKey }).IsUnique().HasDatabaseName(UniqueName);
        builder.HasIndex(channel => new { channel.ServerId, channel.PairKey }).IsUnique().HasDatabaseName(UniquePair).HasFilter("\"PairKey\" IS NOT NULL");
        builder.HasIndex(channel => new { channel.ServerId, channel.Source }).IsUnique().HasDatabaseName(UniqueSource).HasFilter("\"Source\" IS NOT NULL");

        // Pages of a server's channels.
        builder.HasIndex(channel => new { channel.ServerId, channel.CreatedAt, channel.Id });
        builder.Property(channel => channel.PairKey).HasMaxLength(MaxPairLength);
        builder.Ignore(channel => channel.DomainEvents);

        // Kept by the unit of work with an UPDATE of its own; what a loaded aggregate saw of them is never written back.
        builder.Property(channel => channel.MessageCount).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Property(channel => channel.LastStamp).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Property<long>(Revision.OfChannel).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }
}
