using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>Somebody who answers by program. It takes part in channels under its id, as people do.</summary>
public sealed class Agent : AggregateRoot
{
    private Agent() { }

    public ActorId Id { get; private set; } = null!;

    public DisplayName Name { get; private set; } = null!;

    public AgentKind Kind { get; private set; } = null!;

    /// <summary>The runs of an inactive agent end without an answer.</summary>
    public bool IsActive { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The embedded agent: Weizenbaum's DOCTOR, made with the database.</summary>
    public static Agent Eliza(DateTimeOffset now) => new()
    {
        Id = ActorId.From("e112a000-0000-4000-8000-000000000001"),
        Name = DisplayName.From("Eliza"),
        Kind = AgentKind.Eliza,
        IsActive = true,
        CreatedAt = now,
    };
}
