using Eliza.Domain.Common;
using Eliza.Domain.Messages;

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

    /// <summary>The id of the message that answers in the run's name, so that what is told of it beforehand can name it.</summary>
    public MessageId AnswerId => new(Value);

    public override string ToString() => Value.ToString();
}
