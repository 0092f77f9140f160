using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>An agent in a channel, with what decides whether it answers there.</summary>
/// <param name="IsMuted">Whether it was muted in this channel.</param>
/// <param name="FetchesRuns">Whether it fetches its runs from its inbox.</param>
public sealed record Listener(ActorId Id, bool IsActive, bool IsMuted, ReplyPolicy Policy, bool FetchesRuns);
