using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>The id of a run: a UUID, version 7 when made here.</summary>
public readonly record struct AgentRunId(Guid Value)
{
    public static AgentRunId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out AgentRunId id)
    {
        var parsed = Uuid.TryParse(text, out var value);
        id = new AgentRunId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
