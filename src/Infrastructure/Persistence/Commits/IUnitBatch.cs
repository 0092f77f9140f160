namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>Saves what the path of messages writes, many units in one transaction. It is used by one at a time, the committer.</summary>
internal interface IUnitBatch : IDisposable
{
    /// <summary>Whether saving takes no more than a disk's time, so that a caller's own thread may do it.</summary>
    bool IsLocal { get; }

    /// <summary>Saves the units and tells each how it ended. It throws nothing.</summary>
    /// <returns>Those that could not be saved now because others are at what they need: they belong in the next batch.</returns>
    IReadOnlyList<CommitUnit> Save(IReadOnlyList<CommitUnit> units);

    /// <summary>Waits until those are saved, or refused, that it saves apart; no units come any more. The committer's thread does it, which has nothing else to do.</summary>
    void Finish();
}
