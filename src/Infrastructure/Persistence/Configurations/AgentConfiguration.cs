using Eliza.Domain.Agents;
using Eliza.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class AgentConfiguration : IEntityTypeConfiguration<Agent>
{
    private const int MaxSecretLength = 100;

    public void Configure(EntityTypeBuilder<Agent> builder)
    {
        builder.HasKey(agent => agent.Id);
        builder.HasIndex(agent => new { agent.CreatedAt, agent.Id });
        builder.Property(agent => agent.Settings).HasConversion(new StoredSettings.Converter());
        builder.Property(agent => agent.WebhookSecret).HasMaxLength(MaxSecretLength);

        // Of two changes at once, the second sees the first.
        builder.Property(agent => agent.UpdatedAt).IsConcurrencyToken();
        builder.Ignore(agent => agent.DomainEvents);
        builder.HasData(Agent.Eliza(SeedData.Time));
    }
}
