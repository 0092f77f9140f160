using Eliza.Domain.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Eliza.Infrastructure.Persistence.Configurations;

internal sealed class ServerConfiguration : IEntityTypeConfiguration<Server>
{
    public void Configure(EntityTypeBuilder<Server> builder)
    {
        builder.HasKey(server => server.Id);
        builder.HasIndex(server => new { server.CreatedAt, server.Id });
        builder.Ignore(server => server.DomainEvents);
        builder.HasData(Server.Default(SeedData.Time));
    }
}
