using Eliza.Application.Agents.CompleteMessage;

namespace Eliza.WebApi.Agents;

/// <summary>
/// The body by which an agent says that it is done with a message: agentId, roomId, userId and prompt, all required; or, as the
/// reference's client has it, messageId and status.
/// </summary>
public sealed class CompleteMessageRequest
{
    /// <summary>The agent, a UUID, required; with a messageId any agent's id, and the caller or the only agent at work when missing.</summary>
    public string? AgentId { get; init; }

    /// <summary>The channel, a UUID; or a platform's room that a channel mirrors; required without a messageId.</summary>
    public string? RoomId { get; init; }

    /// <summary>Who wrote the message, a UUID; required without a messageId.</summary>
    public string? UserId { get; init; }

    /// <summary>What exactly the message says; it is looked for among the newest 1000 of its author in the channel; required without a messageId.</summary>
    public string? Prompt { get; init; }

    /// <summary>The message, a UUID, in the place of the room, the user and the prompt.</summary>
    public string? MessageId { get; init; }

    /// <summary>With a messageId, then required: completed or failed.</summary>
    public string? Status { get; init; }

    /// <summary>With a messageId: what went wrong, at most 500 characters.</summary>
    public string? Error { get; init; }

    internal CompleteMessageCommand ToCommand() => new(AgentId, RoomId, UserId, Prompt, MessageId, Status, Error);
}
