namespace Eliza.Application.Agents;

/// <summary>What an agent says to a message: an answer, or nothing, or that it will answer later, or why it cannot.</summary>
/// <param name="Text">The answer, by the same rules as any message's content; null for nothing to say.</param>
/// <param name="State">What to remember of the channel; null to leave it as it was.</param>
public sealed record AgentAnswer(string? Text, string? State)
{
    public static readonly AgentAnswer Nothing = new(null, null);

    /// <summary>Set when the agent answers later by itself: how long to wait for it before it is asked again.</summary>
    public TimeSpan? Patience { get; private init; }

    /// <summary>Set when there is no answer: the reason, in the runtime's own words, for whoever looks after the agent.</summary>
    public string? Failure { get; private init; }

    public static AgentAnswer Later(TimeSpan patience) => Nothing with { Patience = patience };

    /// <param name="reason">A short sentence that quotes nobody: it is logged and shown.</param>
    public static AgentAnswer Failed(string reason) => Nothing with { Failure = reason };
}
