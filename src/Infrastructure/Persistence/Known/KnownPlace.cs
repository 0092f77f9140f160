using Eliza.Domain.Common;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>An agent's place in a channel; the agent itself may be gone.</summary>
internal sealed record KnownPlace(ActorId Agent, bool IsMuted);
