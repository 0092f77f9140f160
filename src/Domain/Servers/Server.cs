using Eliza.Domain.Common;

namespace Eliza.Domain.Servers;

/// <summary>A group of channels (a workspace, a guild). Channel names are unique in it.</summary>
public sealed class Server : AggregateRoot
{
    private readonly List<ServerAgent> _agents = [];

    private Server() { }

    public ServerId Id { get; private set; }

    public DisplayName Name { get; private set; } = null!;

    public Description? Description { get; private set; }

    public Metadata Metadata { get; private set; } = Metadata.Empty;

    /// <summary>Where it comes from, when it stands for a group of a platform; null for one of our own.</summary>
    public Source? Source { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody last changed it; its creation at first.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The members that were loaded for the decision at hand.</summary>
    public IReadOnlyList<ServerAgent> Agents => _agents;

    public static Server Create(ServerId id, DisplayName name, DateTimeOffset now) =>
        new() { Id = id, Name = name, CreatedAt = now, UpdatedAt = now };

    /// <summary>The default server, made with the database.</summary>
    public static Server Default(DateTimeOffset now) => Create(ServerId.Default, DisplayName.From("Default Server"), now);
}
