namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>Saves what the path of messages writes, many units in one transaction. It is used by one at a time, the committer.</summary>
internal interface IUnitBatch : IDisposable
{
    /// <summary>Whether saving takes no more than a disk's time, so that a caller's own thread may do it.</summary>
    bool IsLocal { get; }

    /// <summary>Saves the units and tells each how it ended. It throws nothing.</summary>
    void Save(IReadOnlyList<CommitUnit> units);
}
