using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Messages;

namespace Eliza.Application.Agents;

/// <summary>Tells what came of asking an agent, as it is in the database now.</summary>
public interface IReplyFinder : IModulePort
{
    /// <summary>Null when there is no such message (any more).</summary>
    Task<ReplyState?> FindAsync(Question question, CancellationToken cancellationToken);
}

/// <summary>What came of a question.</summary>
/// <param name="Run">How far the agent's work on it is; null when the agent was not asked.</param>
/// <param name="Reply">What the agent said; null when it has not, or when that is gone.</param>
public sealed record ReplyState(AgentRunStatus? Run, AgentReply? Reply)
{
    /// <summary>Whether a reply may still come.</summary>
    public bool IsOpen => Run is AgentRunStatus.Pending or AgentRunStatus.Running;
}

/// <summary>What an agent said to a message.</summary>
public sealed record AgentReply(MessageId MessageId, string Text, RawJson Metadata, DateTimeOffset CreatedAt);
