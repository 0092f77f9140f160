using Eliza.Domain.Common;
using Eliza.Domain.Servers.Events;

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

    public static Server Create(ServerId id, DisplayName name, DateTimeOffset now) => Create(id, name, description: null, Metadata.Empty, source: null, now);

    public static Server Create(ServerId id, DisplayName name, Description? description, Metadata metadata, Source? source, DateTimeOffset now) =>
        new() { Id = id, Name = name, Description = description, Metadata = metadata, Source = source, CreatedAt = now, UpdatedAt = now };

    /// <summary>The default server, made with the database.</summary>
    public static Server Default(DateTimeOffset now) => Create(ServerId.Default, DisplayName.From("Default Server"), now);

    /// <summary>Changes what the server says of itself; null leaves a part as it was.</summary>
    public void Update(DisplayName? name, Description? description, Metadata? metadata, DateTimeOffset now)
    {
        if (name is null && description is null && metadata is null) return;
        (Name, Description, Metadata, UpdatedAt) = (name ?? Name, description ?? Description, metadata ?? Metadata, now);
    }

    /// <summary>Says that it is gone; the repository takes it away. The default server is kept.</summary>
    public Result<Server> Delete()
    {
        if (Id == ServerId.Default) return ServerErrors.DefaultIsKept;
        Raise(new ServerDeleted(Id));
        return this;
    }

    /// <summary>Makes an agent a member; to do so twice changes nothing. Load the server with that agent before.</summary>
    public void AddAgent(ActorId agent, DateTimeOffset now)
    {
        if (!_agents.Exists(member => member.AgentId == agent)) _agents.Add(new ServerAgent(Id, agent, now));
    }

    /// <summary>Ends an agent's membership. Load the server with that agent before.</summary>
    public Result<ServerAgent> RemoveAgent(ActorId agent)
    {
        if (_agents.Find(member => member.AgentId == agent) is not { } member) return ServerErrors.NoSuchAgent(agent.Value);
        _agents.Remove(member);
        return member;
    }
}
