using Eliza.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>What database servers have in common. Texts are compared by their characters' numbers there, as on SQLite.</summary>
/// <param name="options">The options.</param>
/// <param name="binary">The collation that does so.</param>
internal abstract class ServerDbContext(DbContextOptions options, string binary) : ElizaDbContext(options)
{
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        MessageWords.Fill(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        MessageWords.Fill(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Message>().Property<string>(MessageWords.Column);
        MapBuckets(modelBuilder.Entity<RateBucket>());
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if ((property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string)) property.SetCollation(binary);
        }
    }

    /// <summary>Nodes share them only here. What can be removed is found by the index.</summary>
    private static void MapBuckets(EntityTypeBuilder<RateBucket> buckets)
    {
        buckets.ToTable("RateBuckets");
        buckets.HasKey(bucket => bucket.Key);
        buckets.Property(bucket => bucket.Key).HasMaxLength(RateBucket.MaxKeyLength);
        buckets.HasIndex(bucket => bucket.FullAt);
    }
}
