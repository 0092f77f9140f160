using Eliza.Domain.Common;

namespace Eliza.Domain.Idempotency;

/// <summary>
/// What a request was answered, stored in one transaction with its effect and told again to whoever repeats the request
/// (contract: Idempotency).
/// </summary>
public sealed class StoredAnswer : AggregateRoot
{
    /// <summary>How long a request can be repeated.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private StoredAnswer() { }

    public AnswerId Id { get; private set; }

    /// <summary>SHA-256 of the request's contents, in lower-case hexadecimal.</summary>
    public string Fingerprint { get; private set; } = null!;

    /// <summary>The answer as JSON, or that sealed.</summary>
    public string Body { get; private set; } = null!;

    public DateTimeOffset ExpiresAt { get; private set; }

    public static StoredAnswer Of(AnswerId id, string fingerprint, string body, DateTimeOffset now) =>
        new() { Id = id, Fingerprint = fingerprint, Body = body, ExpiresAt = now + Lifetime };

    /// <summary>Whether it is none any more, though its row may still be there.</summary>
    public bool HasExpired(DateTimeOffset now) => now >= ExpiresAt;

    /// <summary>Takes another answer in the place of one that has expired.</summary>
    public void Replace(string fingerprint, string body, DateTimeOffset now) =>
        (Fingerprint, Body, ExpiresAt) = (fingerprint, body, now + Lifetime);
}
