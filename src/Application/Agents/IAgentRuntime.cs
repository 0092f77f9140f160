namespace Eliza.Application.Agents;

/// <summary>
/// What makes one kind of agent answer. A further kind is one class that implements this in Infrastructure/Agents; it is
/// found by scanning.
/// </summary>
/// <remarks>
/// The same turn may be asked for twice, after a crash or a lost lease; only one answer is ever kept. So a runtime keeps
/// nothing to itself: what it wants to remember of a channel it returns with its answer. It answers one channel's
/// messages one after the other, and is called for many channels at once. A failure that it foresees it returns, in words
/// that may be shown; whatever it throws counts as a failed attempt too, but of that nobody sees more than the type.
/// Failed attempts are tried again after a pause.
/// </remarks>
public interface IAgentRuntime
{
    /// <summary>The kind of agent that it answers for, as <c>Agent.Kind</c> names it.</summary>
    string Kind { get; }

    Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken);
}
