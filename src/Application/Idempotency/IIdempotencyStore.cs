using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;

namespace Eliza.Application.Idempotency;

/// <summary>What the present caller's requests were answered, each under its key. What is written is part of the unit of work.</summary>
public interface IIdempotencyStore : IModulePort
{
    /// <summary>Looks a request up. Ask only when somebody calls.</summary>
    /// <param name="operation">What is asked for: the same key for something else is another request.</param>
    /// <param name="request">Its contents: the same key with others is refused.</param>
    /// <param name="key">The client's own name of the request.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<IdempotencyEntry> FindAsync<TRequest>(string operation, TRequest request, IdempotencyKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a request for new, and looks it up only when a commit has failed before. If what is written then was there already, the commit
    /// fails, and the next run looks. If the request itself fails, look it up: it may have succeeded before.
    /// </summary>
    /// <inheritdoc cref="FindAsync"/>
    Task<IdempotencyEntry> OpenAsync<TRequest>(string operation, TRequest request, IdempotencyKey key, CancellationToken cancellationToken);

    /// <summary>Writes down the first answer to a request that is not answered yet, as far as was looked.</summary>
    /// <param name="entry">The request.</param>
    /// <param name="answer">As it is to be told again.</param>
    /// <param name="told">The message that the answer tells, if it tells one.</param>
    void Write(IdempotencyEntry entry, string answer, MessageId? told);
}

/// <summary>A request in the store.</summary>
/// <param name="Id">What it is found by.</param>
/// <param name="Fingerprint">SHA-256 of its contents.</param>
/// <param name="Earlier">What it was answered before, or why that cannot be told again; null when it is new.</param>
public sealed record IdempotencyEntry(AnswerId Id, string Fingerprint, Result<string>? Earlier)
{
    /// <summary>The expired answer in whose place the next one is written.</summary>
    internal StoredAnswer? Expired { get; init; }
}
