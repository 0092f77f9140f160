using Eliza.Domain.Agents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class AgentGrantConfiguration : IEntityTypeConfiguration<AgentGrant>
{
    public void Configure(EntityTypeBuilder<AgentGrant> builder)
    {
        builder.HasKey(grant => new { grant.AgentId, grant.UserId });
        builder.HasOne<Agent>().WithMany().HasForeignKey(grant => grant.AgentId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(grant => grant.DomainEvents);
    }
}
