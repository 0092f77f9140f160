using Eliza.Domain.Agents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class AgentConfiguration : IEntityTypeConfiguration<Agent>
{
    public void Configure(EntityTypeBuilder<Agent> builder)
    {
        builder.HasKey(agent => agent.Id);
        builder.HasIndex(agent => new { agent.CreatedAt, agent.Id });
        builder.Ignore(agent => agent.DomainEvents);
        builder.HasData(Agent.Eliza(SeedData.Time));
    }
}
