using Eliza.Application.Common;

namespace Eliza.Benchmarks.Pieces.Pipeline;

/// <summary>Commits at once, for there is no database.</summary>
internal sealed class InstantUnitOfWork : IUnitOfWork
{
    private static readonly Task<Commit> Done = Task.FromResult(Commit.Saved([]));

    public Task<Commit> CommitAsync(CancellationToken cancellationToken) => Done;

    public Task<Commit?> BreakOffAsync(Exception exception, CancellationToken cancellationToken) => Task.FromResult<Commit?>(null);

    public void Discard()
    {
        // Nothing is kept that could be forgotten.
    }
}
