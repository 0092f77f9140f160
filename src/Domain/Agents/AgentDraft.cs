using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>Everything that its makers decide of an agent; each part has passed its own rule.</summary>
/// <param name="Character">What they tell of it, kept as it came.</param>
public sealed record AgentDraft(DisplayName Name, AgentKind Kind, ReplyPolicy ReplyPolicy, AgentSettings Settings, Metadata Character);
