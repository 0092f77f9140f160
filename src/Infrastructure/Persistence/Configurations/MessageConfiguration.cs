using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

/// <summary>Rows lie in the order of their commits; every page of a channel is a range of (ChannelId, Stamp), which is the same order. Each index is paid for by every message.</summary>
internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public const string UniqueStamp = "UX_Messages_ChannelId_Stamp";

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.HasKey(message => message.Sequence);
        builder.Property(message => message.Sequence).ValueGeneratedOnAdd();
        builder.HasAlternateKey(message => message.Id);
        builder.HasOne<Channel>().WithMany().HasForeignKey(message => message.ChannelId).OnDelete(DeleteBehavior.Cascade);

        // Pages, cursors, and spans of time.
        builder.HasIndex(message => new { message.ChannelId, message.Stamp }).IsUnique().HasDatabaseName(UniqueStamp);

        // What one author said in the channel: to delete it, to search in it, to find a run by its prompt.
        builder.HasIndex(message => new { message.ChannelId, message.Author, message.Sequence });

        // Of two changes at once, the second sees the first.
        builder.Property(message => message.EditedAt).IsConcurrencyToken();
        builder.HasIndex(message => new { message.ThreadId, message.Sequence }).HasFilter("\"ThreadId\" IS NOT NULL");

        builder.Property(message => message.Mentions).HasJsonListConversion(actor => actor.Value, ActorId.FromTrusted);
        builder.Property(message => message.Attachments).HasJsonListConversion(StoredAttachment.Of, StoredAttachment.Load);
        builder.Ignore(message => message.DomainEvents);
    }
}
