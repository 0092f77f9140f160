using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Jobs.CreateJob;

/// <summary>Puts a question to an agent in a channel of its own, without waiting for the answer.</summary>
/// <param name="AgentId">Whom to ask; the active agent that was made first when missing.</param>
/// <param name="UserId">Who asks; the caller itself when missing.</param>
/// <param name="TimeoutMs">How long an answer counts: 1000 to 300000; 30000 when missing.</param>
public sealed record CreateJobCommand(string? AgentId, string? UserId, string? Content, JsonElement? Metadata, long? TimeoutMs)
    : ICommand<CreatedJob>, IIdempotent;
