using Eliza.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class SessionTimeConfiguration : IEntityTypeConfiguration<SessionTime>
{
    public void Configure(EntityTypeBuilder<SessionTime> builder)
    {
        builder.HasKey(time => time.Key);
        builder.Property(time => time.Key).ValueGeneratedNever();
        builder.Ignore(time => time.DomainEvents);
    }
}
