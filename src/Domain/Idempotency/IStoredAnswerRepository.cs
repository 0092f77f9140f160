using Eliza.Domain.Common;

namespace Eliza.Domain.Idempotency;

/// <summary>The answers that were given, one for each request that had a key.</summary>
public interface IStoredAnswerRepository
{
    /// <summary>The answer as it is in the database now, however often it is asked for; changes of it are not saved.</summary>
    Task<StoredAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken);

    /// <summary>Those that no other server is at work on, kept from others until they are saved.</summary>
    Task<IReadOnlyList<StoredAnswer>> ClaimAsync(ISpecification<StoredAnswer> specification, CancellationToken cancellationToken);

    void Add(StoredAnswer answer);

    /// <summary>From now on, changes of an answer that was found are saved.</summary>
    void Attach(StoredAnswer answer);

    void Remove(StoredAnswer answer);
}
