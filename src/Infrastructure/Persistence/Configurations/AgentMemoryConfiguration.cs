using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class AgentMemoryConfiguration : IEntityTypeConfiguration<AgentMemory>
{
    public void Configure(EntityTypeBuilder<AgentMemory> builder)
    {
        builder.HasKey(memory => new { memory.ChannelId, memory.AgentId });
        builder.HasOne<Channel>().WithMany().HasForeignKey(memory => memory.ChannelId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agent>().WithMany().HasForeignKey(memory => memory.AgentId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(memory => memory.DomainEvents);
    }
}
