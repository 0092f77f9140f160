using Eliza.Domain.Idempotency;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class StoredAnswerConfiguration : IEntityTypeConfiguration<StoredAnswer>
{
    private const int FingerprintLength = 64;

    public void Configure(EntityTypeBuilder<StoredAnswer> builder)
    {
        builder.HasKey(answer => answer.Id);
        builder.Property(answer => answer.Fingerprint).HasMaxLength(FingerprintLength);
        builder.HasIndex(answer => answer.ExpiresAt);
        builder.HasIndex(answer => answer.MessageId).HasFilter("\"MessageId\" IS NOT NULL");

        // Of two requests that find the same expired answer, one replaces it.
        builder.Property(answer => answer.ExpiresAt).IsConcurrencyToken();
        builder.Ignore(answer => answer.DomainEvents);
    }
}
