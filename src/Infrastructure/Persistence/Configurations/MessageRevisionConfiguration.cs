using Eliza.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class MessageRevisionConfiguration : IEntityTypeConfiguration<MessageRevision>
{
    public void Configure(EntityTypeBuilder<MessageRevision> builder)
    {
        builder.HasKey(revision => new { revision.MessageId, revision.Number });
        builder.Property(revision => revision.Number).ValueGeneratedNever();
        builder.HasOne<Message>().WithMany(message => message.Revisions)
            .HasForeignKey(revision => revision.MessageId).HasPrincipalKey(message => message.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
