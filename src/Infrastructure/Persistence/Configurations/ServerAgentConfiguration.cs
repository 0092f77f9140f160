using Eliza.Domain.Agents;
using Eliza.Domain.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class ServerAgentConfiguration : IEntityTypeConfiguration<ServerAgent>
{
    public void Configure(EntityTypeBuilder<ServerAgent> builder)
    {
        builder.HasKey(member => new { member.ServerId, member.AgentId });
        builder.HasOne<Server>().WithMany(server => server.Agents).HasForeignKey(member => member.ServerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agent>().WithMany().HasForeignKey(member => member.AgentId).OnDelete(DeleteBehavior.Cascade);

        // Pages of a server's agents, and of an agent's servers.
        builder.HasIndex(member => new { member.ServerId, member.JoinedAt, member.AgentId });
        builder.HasIndex(member => new { member.AgentId, member.JoinedAt, member.ServerId });
        builder.HasData(ServerAgent.ElizaAtHome(Agent.Eliza(SeedData.Time).Id, SeedData.Time));
    }
}
