using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace Eliza.Infrastructure.Persistence.PostgreSql;

/// <summary>
/// Asks again when the connection broke, as it does when the database was started anew. Only outside transactions: what broke off in one
/// is for its owner to judge.
/// </summary>
internal sealed class PostgreSqlRetries(ExecutionStrategyDependencies dependencies) : NpgsqlRetryingExecutionStrategy(dependencies, MostRetries, LongestPause, errorCodesToAdd: null)
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

    protected override bool ShouldRetryOn(Exception? exception) =>
        !IsInTransaction && exception is not null && !PostgreSqlFaults.IsTimeUp(exception) && base.ShouldRetryOn(exception);
}
