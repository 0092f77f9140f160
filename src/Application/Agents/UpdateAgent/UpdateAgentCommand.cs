using System.Text.Json;
using Eliza.Application.Common;

namespace Eliza.Application.Agents.UpdateAgent;

/// <summary>Changes what is given of an agent, and leaves the rest. Whoever manages agents may.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
/// <param name="Id">May be said again; it cannot change.</param>
/// <param name="Kind">May be said again; it cannot change.</param>
public sealed record UpdateAgentCommand(
    string AgentId, string? Id, string? Name, string? Kind, string? ReplyPolicy, bool? IsActive, AgentSettingsInput? Settings, JsonElement? Character)
    : ICommand<AgentResponse>, IAgentInput;
