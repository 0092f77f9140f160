namespace Eliza.Domain.Jobs;

/// <summary>The questions that were put to agents.</summary>
public interface IJobRepository
{
    void Add(Job job);

    /// <summary>How many of an owner's have not expired by then, counted no further than <paramref name="most"/>.</summary>
    Task<int> CountUnexpiredAsync(string owner, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Removes some that expired before then, with their channels and all that is in them; the answer is how many.</summary>
    Task<int> RemoveExpiredAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);
}
