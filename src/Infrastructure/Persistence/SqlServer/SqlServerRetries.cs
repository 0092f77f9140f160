using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Asks again when the connection broke, as it does when the database was started anew. Only outside transactions: what broke off in one
/// is for its owner to judge.
/// </summary>
internal sealed class SqlServerRetries(ExecutionStrategyDependencies dependencies) : SqlServerRetryingExecutionStrategy(dependencies, MostRetries, LongestPause, errorNumbersToAdd: null)
{
    private const int MostRetries = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private bool IsInTransaction => Dependencies.CurrentContext.Context.Database.CurrentTransaction is not null;

    /// <summary>The base class takes a transaction that is open for a mistake.</summary>
    protected override void OnFirstExecution()
    {
        if (IsInTransaction) ExceptionsEncountered.Clear();
        else base.OnFirstExecution();
    }

    protected override bool ShouldRetryOn(Exception exception) => !IsInTransaction && !SqlServerFaults.IsTimeUp(exception) && base.ShouldRetryOn(exception);
}
