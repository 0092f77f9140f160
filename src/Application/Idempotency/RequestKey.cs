using Eliza.Domain.Idempotency;

namespace Eliza.Application.Idempotency;

/// <summary>The idempotency key of the present request, and what became of it.</summary>
public sealed class RequestKey
{
    /// <summary>The client's key; null when it gave none.</summary>
    public IdempotencyKey? Value { get; set; }

    /// <summary>Whether a run of the present request could not be committed: its key may be taken. Until then a request may be taken for new.</summary>
    public bool MayBeTaken { get; set; }

    /// <summary>Whether the answer is that of an earlier request.</summary>
    public bool WasReplayed { get; set; }
}
