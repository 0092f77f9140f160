namespace Eliza.Application.Agents;

/// <summary>What somebody who follows an agent's reply is told: chunks, and at last either the reply or why there is none.</summary>
public abstract record ReplyEvent;

/// <summary>The reply went on.</summary>
/// <param name="Index">
/// 0 for what the reply begins with, then one more each time. Another 0 means that what was told so far no longer counts: the agent
/// was asked anew, or said something else in the end. The chunks since the last 0 together are the reply.
/// </param>
/// <param name="Text">What follows on the chunk before; never empty.</param>
public sealed record ReplyChunk(int Index, string Text) : ReplyEvent;

/// <summary>The reply is whole, and in the conversation.</summary>
public sealed record ReplyDone(AgentReply Reply) : ReplyEvent;

/// <summary>There is no reply, or not now.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Reason">A short sentence for people.</param>
public sealed record ReplyMissing(string Code, string Reason) : ReplyEvent
{
    /// <summary>It was stopped or muted when the message came, or no agent answers such messages.</summary>
    public static readonly ReplyMissing NotAsked = new("AGENT_UNAVAILABLE", "No agent was asked to answer this message");

    public static readonly ReplyMissing MessageGone = new("RESOURCE_NOT_FOUND", "The message that was to be answered has been deleted");

    /// <summary>It failed in every attempt, or had nothing to say, or what it said is deleted.</summary>
    public static readonly ReplyMissing NoAnswer = new("AGENT_FAILED", "The agent gave no answer");

    public static readonly ReplyMissing Late = new(
        "AGENT_TIMEOUT", "The agent did not answer in time; what it says later is added to the conversation");

    public static readonly ReplyMissing ServerStopping = new(
        "SERVICE_UNAVAILABLE", "The server is stopping; what the agent says later is added to the conversation");
}
