namespace Eliza.Application.Servers;

/// <summary>Which agent belongs, or no longer belongs, to which server.</summary>
public sealed record ServerAgentLink(Guid MessageServerId, string AgentId);
