namespace Eliza.Application.Agents;

/// <summary>An agent as clients see it: <c>Status</c> is active or inactive, <c>CreatedAt</c> in Unix seconds.</summary>
public sealed record AgentResponse(string Id, string Name, string Status, string Kind, long CreatedAt);
