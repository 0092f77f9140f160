using Eliza.Application.Agents.ReturnRun;

namespace Eliza.WebApi.Agents;

/// <summary>The body by which an agent gives a message back.</summary>
public sealed class ReturnRunRequest
{
    /// <summary>As it was given with the message, a UUID. Required.</summary>
    public string? Lease { get; init; }

    /// <summary>What went wrong, at most 500 characters; when given, the attempt counts as failed, and the next comes after a pause.</summary>
    public string? Error { get; init; }

    internal ReturnRunCommand ToCommand(string agentId, string runId) => new(agentId, runId, Lease, Error);
}
