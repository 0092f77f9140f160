using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>A person or an agent that is to come into a channel.</summary>
/// <param name="Name">What mentions may call it; null for nothing but its id.</param>
public sealed record Newcomer(ActorId Id, ActorKind Kind, DisplayName? Name);
