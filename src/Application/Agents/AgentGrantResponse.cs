namespace Eliza.Application.Agents;

/// <summary>Which agent may post in whose name. <c>CreatedAt</c> is in Unix seconds.</summary>
public sealed record AgentGrantResponse(string AgentId, string UserId, long CreatedAt);
