using Eliza.Domain.Channels;
using Eliza.Domain.Platforms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class PlatformMessageConfiguration : IEntityTypeConfiguration<PlatformMessage>
{
    public void Configure(EntityTypeBuilder<PlatformMessage> builder)
    {
        builder.HasKey(message => new { message.ChannelId, message.Source });
        builder.HasOne<Channel>().WithMany().HasForeignKey(message => message.ChannelId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(message => message.DomainEvents);
    }
}
