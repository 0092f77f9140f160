using Eliza.Domain.Common;
using Eliza.Domain.Messages;

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

    /// <summary>The answer as JSON, or that sealed; empty since what it tells of was deleted.</summary>
    public string Body { get; private set; } = null!;

    /// <summary>The message that the answer tells; when that is deleted, the answer is emptied with it. Null for other answers.</summary>
    public MessageId? MessageId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public static StoredAnswer Of(AnswerId id, string fingerprint, string body, DateTimeOffset now, MessageId? message = null) =>
        new() { Id = id, Fingerprint = fingerprint, Body = body, MessageId = message, ExpiresAt = now + Lifetime };

    /// <summary>Whether what it told was deleted since: the request stays done, but its answer is gone.</summary>
    public bool IsEmptied => Body.Length == 0;

    /// <summary>Whether it is none any more, though its row may still be there.</summary>
    public bool HasExpired(DateTimeOffset now) => now >= ExpiresAt;

    /// <summary>Takes another answer in the place of one that has expired.</summary>
    public void Replace(string fingerprint, string body, DateTimeOffset now, MessageId? message = null) =>
        (Fingerprint, Body, MessageId, ExpiresAt) = (fingerprint, body, message, now + Lifetime);
}
