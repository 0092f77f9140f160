namespace Eliza.Domain.Common;

/// <summary>Who sends a request: as whom, and with what rights (contract: Authentication).</summary>
/// <param name="Kind">What sort of credential it is.</param>
/// <param name="Id">Tells callers apart: <c>key:…</c>, <c>agent:…</c> or <c>user:…</c>. All keys of an agent, and all tokens of a person, are one caller.</param>
/// <param name="Name">For logs: the key's name, or the person's id.</param>
/// <param name="Actor">The agent or person; null for a service, which is nobody itself.</param>
/// <param name="Scopes">What the credential allows.</param>
public sealed record Caller(CallerKind Kind, string Id, string Name, ActorId? Actor, Scopes Scopes)
{
    /// <summary>What a person's token allows. Which channels, their participants' roles say.</summary>
    private const Scopes OfPeople = Scopes.MessagesRead | Scopes.MessagesWrite | Scopes.ChannelsWrite | Scopes.SessionsWrite;

    /// <summary>The key that was presented; null for a person's token.</summary>
    public Guid? KeyId { get; private init; }

    /// <summary>The key's own limit, in the place of the usual one; null for the usual one.</summary>
    public int? RequestsPerMinute { get; private init; }

    /// <summary>What people call the person, when the token says it.</summary>
    public DisplayName? DisplayName { get; private init; }

    /// <summary>Whether it is a back end that is trusted to act for anybody, within its scopes.</summary>
    public bool IsTrusted => Kind is CallerKind.Service;

    public static Caller Service(Guid keyId, string name, Scopes scopes, int? requestsPerMinute = null) =>
        new(CallerKind.Service, $"key:{keyId}", name, Actor: null, scopes) { KeyId = keyId, RequestsPerMinute = requestsPerMinute };

    public static Caller Agent(Guid keyId, string name, ActorId agent, Scopes scopes, int? requestsPerMinute = null) =>
        new(CallerKind.Agent, $"agent:{agent}", name, agent, scopes) { KeyId = keyId, RequestsPerMinute = requestsPerMinute };

    public static Caller User(ActorId user, DisplayName? displayName = null) =>
        new(CallerKind.User, $"user:{user}", user.Value, user, OfPeople) { DisplayName = displayName };

    /// <summary>Whether the credential allows it; that of an operator allows everything.</summary>
    public bool May(Scopes scope) => (Scopes & (scope | Scopes.Admin)) != Scopes.None;
}
