using Eliza.Domain.Common;

namespace Eliza.Domain.Servers;

/// <summary>A group of channels (a workspace, a guild). Channel names are unique in it.</summary>
public sealed class Server : AggregateRoot
{
    private Server() { }

    public ServerId Id { get; private set; }

    public DisplayName Name { get; private set; } = null!;

    public Description? Description { get; private set; }

    public Metadata Metadata { get; private set; } = Metadata.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    public static Server Create(ServerId id, DisplayName name, DateTimeOffset now) =>
        new() { Id = id, Name = name, CreatedAt = now };

    /// <summary>The default server, made with the database.</summary>
    public static Server Default(DateTimeOffset now) => Create(ServerId.Default, DisplayName.From("Default Server"), now);
}
