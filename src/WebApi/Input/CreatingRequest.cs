namespace Eliza.WebApi.Input;

/// <summary>The body of a POST that creates something, which the client may name to repeat it safely.</summary>
public abstract class CreatingRequest
{
    /// <summary>
    /// The client's own id of this request: sent again within 24 hours it is answered as the first time, and nothing is
    /// done twice. The header Idempotency-Key says the same where the body says nothing.
    /// </summary>
    public virtual string? MessageId { get; init; }

    /// <summary>The idempotency key as far as the body tells it: the message id, unless other fields name the request better.</summary>
    internal virtual string? FindKey() => MessageId;
}
