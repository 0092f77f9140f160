using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    private const int MaxNameLength = 32;

    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.HasKey(revision => revision.Name);
        builder.Property(revision => revision.Name).HasMaxLength(MaxNameLength);
        builder.HasData(new Revision { Name = Revision.Agents });
    }
}
