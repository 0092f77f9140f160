using Eliza.Domain.Channels;
using Eliza.Domain.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class ChannelConfiguration : IEntityTypeConfiguration<Channel>
{
    public const string UniqueName = "UX_Channels_ServerId_NameKey";

    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.HasKey(channel => channel.Id);
        builder.HasOne<Server>().WithMany().HasForeignKey(channel => channel.ServerId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(channel => channel.NameKey).HasMaxLength(ChannelName.MaxLength);
        builder.HasIndex(channel => new { channel.ServerId, channel.NameKey }).IsUnique().HasDatabaseName(UniqueName);
        builder.Ignore(channel => channel.DomainEvents);

        // Counted by the unit of work with an UPDATE of its own; what a loaded aggregate saw of it is never written back.
        builder.Property(channel => channel.MessageCount).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }
}
