using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Agents.CompleteMessage;

/// <summary>
/// Says that an agent is done with a message: its open run ends, whoever holds it. Done again it gives the same answer. The agent
/// may, and a back end; a person may not.
/// </summary>
/// <param name="AgentId">Who is done. With a message's id the caller itself, or the only one at work on it, when missing.</param>
/// <param name="RoomId">Where: a channel, or a platform's room that one mirrors.</param>
/// <param name="UserId">Who wrote the message.</param>
/// <param name="Prompt">What exactly it says.</param>
/// <param name="MessageId">The message, where the rest does not say which.</param>
/// <param name="Status">With a message's id: completed or failed.</param>
/// <param name="Error">What went wrong, at most 500 characters.</param>
public sealed record CompleteMessageCommand(
    string? AgentId, string? RoomId, string? UserId, string? Prompt, string? MessageId, string? Status, string? Error)
    : ICommand<Completion>, IRepeatable
{
    /// <summary>Whether it names the message by its id, as the reference's client does.</summary>
    internal bool IsById => MessageId is not null && RoomId is null && UserId is null && Prompt is null;

    internal bool HasFailed => IsById && Status is "failed";
}

/// <summary>What the agent said to the message; empty for nothing.</summary>
public sealed record Completion(string Response);
