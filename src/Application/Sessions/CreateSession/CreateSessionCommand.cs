using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Sessions.CreateSession;

/// <summary>Opens a session of a person with an agent, with a channel of its own behind it.</summary>
/// <param name="AgentId">A UUID.</param>
/// <param name="UserId">A UUID; the caller itself when missing.</param>
/// <param name="TimeoutConfig">How long it lasts; what is missing the agent's settings say, then the server's.</param>
public sealed record CreateSessionCommand(string? AgentId, string? UserId, JsonElement? Metadata, SessionTimeoutInput? TimeoutConfig)
    : ICommand<SessionResponse>, IIdempotent;
