using Eliza.Domain.Common;

namespace Eliza.Domain.Idempotency;

/// <summary>The answers that were given, one for each request that had a key.</summary>
public interface IStoredAnswerRepository
{
    Task<StoredAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken);

    Task<IReadOnlyList<StoredAnswer>> ListAsync(ISpecification<StoredAnswer> specification, CancellationToken cancellationToken);

    void Add(StoredAnswer answer);

    void Remove(StoredAnswer answer);
}
