using System.Security.Cryptography;
using System.Text;
using Eliza.Domain.Access.Events;
using Eliza.Domain.Common;

namespace Eliza.Domain.Access;

/// <summary>A credential of a back end or an agent. We keep its hash only: the key itself is never stored.</summary>
public sealed class ApiKey : AggregateRoot
{
    /// <summary>The bootstrap key's row: one, whatever the key is today.</summary>
    public static readonly ApiKeyId BootstrapId = new(Guid.Empty);

    /// <summary>How long a key may outlive its rotation.</summary>
    public static readonly TimeSpan MaxGrace = TimeSpan.FromDays(7);

    public const int MinLength = 32;

    /// <summary>What a bootstrap key must be to be taken, worded to follow its name.</summary>
    public static readonly string Rule = $"must be at least {MinLength} visible ASCII characters";

    /// <summary>The most that a key's own rate limit may be.</summary>
    public const int MaxRequestsPerMinute = 1_000_000;

    /// <summary>What an agent's key may allow: an agent takes part in conversations, it manages neither agents nor credentials.</summary>
    public const Scopes AllowedToAgents = Scopes.MessagesRead | Scopes.MessagesWrite | Scopes.ChannelsWrite | Scopes.SessionsWrite;

    private ApiKey() { }

    public ApiKeyId Id { get; private set; }

    public DisplayName Name { get; private set; } = null!;

    public ApiKeyKind Kind { get; private set; }

    /// <summary>Whose key it is; null for a service.</summary>
    public ActorId? AgentId { get; private set; }

    public Scopes Scopes { get; private set; }

    /// <summary>The part of the key that may be shown; empty for a bootstrap key of the operator's own making.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>The key's <see cref="ApiKeyText.HashOf"/>.</summary>
    public string Hash { get; private set; } = null!;

    /// <summary>The hash of the key that was rotated out.</summary>
    public string? PreviousHash { get; private set; }

    /// <summary>Until when the key that was rotated out is taken all the same.</summary>
    public DateTimeOffset? PreviousUntil { get; private set; }

    /// <summary>The key's own rate limit; null for the usual one.</summary>
    public int? RequestsPerMinute { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>From when on it is valid no more; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static ApiKey Bootstrap(string key, DateTimeOffset now) => new()
    {
        Id = BootstrapId,
        Name = DisplayName.From("bootstrap"),
        Scopes = Scopes.Admin,
        Prefix = ApiKeyText.PrefixOf(key),
        Hash = ApiKeyText.HashOf(key),
        CreatedAt = now,
    };

    /// <param name="key">The key itself, of which no more than the hash is kept.</param>
    /// <param name="draft">What it is to be.</param>
    /// <param name="now">When it is made.</param>
    /// <exception cref="ArgumentException">An agent's key is to allow what no agent may.</exception>
    public static ApiKey Create(string key, ApiKeyDraft draft, DateTimeOffset now)
    {
        if (draft.AgentId is not null && (draft.Scopes & ~AllowedToAgents) != Scopes.None)
            throw new ArgumentException("An agent manages neither agents nor credentials.", nameof(draft));
        return new ApiKey
        {
            Id = ApiKeyId.New(now),
            Name = draft.Name,
            Kind = draft.AgentId is null ? ApiKeyKind.Service : ApiKeyKind.Agent,
            AgentId = draft.AgentId,
            Scopes = draft.Scopes,
            Prefix = ApiKeyText.PrefixOf(key),
            Hash = ApiKeyText.HashOf(key),
            RequestsPerMinute = draft.RequestsPerMinute,
            CreatedAt = now,
            ExpiresAt = now + draft.Lifetime,
        };
    }

    /// <summary>Whether the bootstrap key may be this. White space at its ends would get lost on the way through a header, and what is no ASCII would not get through at all.</summary>
    public static bool IsAllowed(string key) => key.Length >= MinLength && key.All(c => c is > ' ' and <= '~');

    /// <summary>
    /// Takes another bootstrap key in the place of the present one, which stops working. The same key changes nothing: one
    /// that was revoked stays so, though the next start is configured with it again.
    /// </summary>
    public void Replace(string key, DateTimeOffset now)
    {
        var hash = ApiKeyText.HashOf(key);
        if (hash == Hash) return;
        Hash = hash;
        Prefix = ApiKeyText.PrefixOf(key);
        CreatedAt = now;
        RevokedAt = null;
    }

    /// <summary>Takes another key in the place of the present one, which is taken for some time more.</summary>
    /// <param name="key">The new key.</param>
    /// <param name="grace">How long the present one is still taken; zero for not at all.</param>
    /// <param name="lifetime">How long the new one is valid from now on; null leaves the end as it was.</param>
    /// <param name="now">When.</param>
    /// <returns>This key; a conflict when it is valid no more, or the operator's own.</returns>
    public Result<ApiKey> Rotate(string key, TimeSpan grace, TimeSpan? lifetime, DateTimeOffset now)
    {
        if (Id == BootstrapId) return ApiKeyErrors.Bootstrap;
        if (HasEnded(now)) return ApiKeyErrors.Ended;

        var outlives = grace > TimeSpan.Zero;
        PreviousHash = outlives ? Hash : null;
        PreviousUntil = outlives ? Earlier(now + grace, ExpiresAt) : null;
        Hash = ApiKeyText.HashOf(key);
        Prefix = ApiKeyText.PrefixOf(key);
        if (lifetime is not null) ExpiresAt = now + lifetime;
        Raise(new ApiKeyEnded(Id));
        return this;
    }

    /// <summary>Ends it for good. To revoke it twice changes nothing.</summary>
    public void Revoke(DateTimeOffset now)
    {
        RevokedAt ??= now;
        Raise(new ApiKeyEnded(Id));
    }

    /// <summary>Whether a key of that hash is this one, and valid now.</summary>
    public bool Accepts(string hash, DateTimeOffset now) =>
        !HasEnded(now) && (AreSame(hash, Hash) || (PreviousHash is not null && now < PreviousUntil && AreSame(hash, PreviousHash)));

    private static DateTimeOffset Earlier(DateTimeOffset time, DateTimeOffset? other) => other < time ? other.Value : time;

    private bool HasEnded(DateTimeOffset now) => RevokedAt is not null || now >= ExpiresAt;

    /// <summary>In a time that tells nothing of where the two differ.</summary>
    private static bool AreSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
