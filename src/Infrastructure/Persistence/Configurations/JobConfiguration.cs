using Eliza.Domain.Channels;
using Eliza.Domain.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    private const int MaxOwnerLength = 160;

    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.HasKey(job => job.Id);
        builder.HasOne<Channel>().WithMany().HasForeignKey(job => job.ChannelId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(job => job.Owner).HasMaxLength(MaxOwnerLength);

        // Lists, newest first: of one owner, and of all; and what is old enough to be removed.
        builder.HasIndex(job => new { job.Owner, job.CreatedAt, job.Id });
        builder.HasIndex(job => new { job.CreatedAt, job.Id });
        builder.HasIndex(job => job.ExpiresAt);
        builder.Ignore(job => job.DomainEvents);
    }
}
