using System.Text.Json;
using Eliza.Application.Sessions.CreateSession;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Sessions;

/// <summary>A session to be opened.</summary>
public sealed class CreateSessionRequest : CreatingRequest
{
    /// <summary>The agent's id, a UUID. Required.</summary>
    public string? AgentId { get; init; }

    /// <summary>The person's id, a UUID; the caller itself when missing, required of services.</summary>
    public string? UserId { get; init; }

    /// <summary>Data of the client's own: at most 16 KB and 5 levels. A username, userName, displayName or name in it is what the person is called.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>How long it lasts; what is missing the agent's settings say, then the server's.</summary>
    public SessionTimeoutFields? TimeoutConfig { get; init; }

    internal CreateSessionCommand ToCommand() => new(AgentId, UserId, Metadata, TimeoutConfig?.ToInput());
}
