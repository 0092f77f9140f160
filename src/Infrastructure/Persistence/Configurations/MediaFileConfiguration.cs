using Eliza.Domain.Channels;
using Eliza.Domain.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class MediaFileConfiguration : IEntityTypeConfiguration<MediaFile>
{
    private const int HashLength = 64;
    private const int MaxUploaderLength = 160;

    public void Configure(EntityTypeBuilder<MediaFile> builder)
    {
        builder.HasKey(file => file.Id);
        builder.HasOne<Channel>().WithMany().HasForeignKey(file => file.ChannelId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(file => file.Uploader).HasMaxLength(MaxUploaderLength);
        builder.Property(file => file.Type).HasColumnName("ContentType");
        builder.Property(file => file.Hash).HasMaxLength(HashLength);

        // What a channel's files have in total is read from the index alone.
        builder.HasIndex(file => new { file.ChannelId, file.Size });
        builder.Ignore(file => file.DomainEvents);
    }
}
