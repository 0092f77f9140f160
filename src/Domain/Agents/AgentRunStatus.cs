namespace Eliza.Domain.Agents;

public enum AgentRunStatus
{
    /// <summary>Waits for its turn.</summary>
    Pending,

    /// <summary>A dispatcher holds it under a lease.</summary>
    Running,

    /// <summary>The agent answered.</summary>
    Completed,

    /// <summary>Every attempt failed; the reason is kept.</summary>
    Failed,

    /// <summary>The agent had nothing to say, or is no longer active.</summary>
    Ignored,
}
