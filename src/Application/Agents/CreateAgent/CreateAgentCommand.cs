using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Agents.CreateAgent;

/// <summary>Makes an agent. Whoever manages agents may.</summary>
/// <param name="Id">What it will be called by; made by the server when missing.</param>
/// <param name="Kind">eliza, llm, webhook or remote; when missing, what its settings are for.</param>
/// <param name="IsActive">Whether it answers from the start; it does when missing.</param>
/// <param name="CharacterPath">A file on the server, as the reference has it; refused, since no file is opened for clients.</param>
public sealed record CreateAgentCommand(
    string? Id, string? Name, string? Kind, string? ReplyPolicy, bool? IsActive, AgentSettingsInput? Settings, JsonElement? Character, string? CharacterPath)
    : ICommand<AgentResponse>, IAgentInput, IIdempotent, IShownOnce;
