using Eliza.Domain.Channels;
using Eliza.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    private const int MaxOwnerLength = 160;
    private const string Open = "\"EndedAt\" IS NULL";
    private const string Ended = "\"EndedAt\" IS NOT NULL";

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasKey(session => session.Id);
        builder.HasOne<Channel>().WithOne().HasForeignKey<Session>(session => session.ChannelId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(session => session.Owner).HasMaxLength(MaxOwnerLength);
        builder.Property(session => session.Version).IsConcurrencyToken();
        builder.ComplexProperty(session => session.Timeouts);

        // What is over, and the list of what is not; what is to be warned of its end; what is to be forgotten.
        builder.HasIndex(session => new { session.ExpiresAt, session.Id }, "IX_Sessions_ExpiresAt_Open").HasFilter(Open);
        builder.HasIndex(session => new { session.WarnedAt, session.WarnAt, session.ExpiresAt }).HasFilter(Open);
        builder.HasIndex(session => session.ExpiresAt, "IX_Sessions_ExpiresAt_Ended").HasFilter(Ended);
        builder.Ignore(session => session.DomainEvents);
        builder.Ignore(session => session.HoldsUntil);
    }
}
