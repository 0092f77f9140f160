using Eliza.Domain.Access;
using Eliza.Domain.Agents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.HasKey(key => key.Id);
        builder.HasOne<Agent>().WithMany().HasForeignKey(key => key.AgentId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(key => key.Prefix).HasMaxLength(ApiKeyText.MaxPrefixLength);
        builder.HasIndex(key => key.Hash).IsUnique();
        builder.HasIndex(key => key.PreviousHash).IsUnique();
        builder.HasIndex(key => new { key.CreatedAt, key.Id });

        // Of two rotations at once, each is told a key that was valid.
        builder.Property(key => key.Hash).HasMaxLength(HashLength).IsConcurrencyToken();
        builder.Property(key => key.PreviousHash).HasMaxLength(HashLength);
        builder.Ignore(key => key.DomainEvents);
    }
}
