using System.Text.Json;
using Eliza.Application.Jobs.CreateJob;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Jobs;

/// <summary>A question to an agent.</summary>
public sealed class CreateJobRequest : CreatingRequest
{
    /// <summary>Whom to ask; the active agent that was made first when missing.</summary>
    public string? AgentId { get; init; }

    /// <summary>The person who asks; the caller itself when missing, required of services and agents.</summary>
    public string? UserId { get; init; }

    /// <summary>The question: 1–4000 characters of plain text. Required.</summary>
    [AlsoSpelled("prompt")]
    public string? Content { get; init; }

    /// <summary>Data of the client's own: at most 16 KB and 5 levels, keys of letters, digits, hyphens and underscores.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>How long an answer counts: 1000 to 300000 milliseconds, 30000 when missing.</summary>
    public long? TimeoutMs { get; init; }

    internal CreateJobCommand ToCommand() => new(AgentId, UserId, Content, Metadata, TimeoutMs);
}
