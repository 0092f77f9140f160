namespace Eliza.Domain.Common;

/// <summary>Who speaks or takes part: a person, or an agent.</summary>
public enum ActorKind
{
    User,
    Agent,
}
