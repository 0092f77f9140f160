using Eliza.Domain.Common;

namespace Eliza.Domain.Idempotency;

/// <summary>Some of the answers that have expired by then, the oldest first.</summary>
public sealed class ExpiredAnswers : Specification<StoredAnswer>
{
    public ExpiredAnswers(DateTimeOffset now, int limit) =>
        Query.Where(answer => answer.ExpiresAt <= now).OrderBy(answer => answer.ExpiresAt).Take(limit);
}
