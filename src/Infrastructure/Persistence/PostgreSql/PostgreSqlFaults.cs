using Eliza.Application.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Eliza.Infrastructure.Persistence.PostgreSql;

/// <inheritdoc/>
internal sealed class PostgreSqlFaults : IDatabaseFaults
{
    /// <summary>
    /// What is no fault of the request, by the first two letters of the code: connections, insufficient resources, what operators do
    /// (shut down, cancel, start), errors of the system, wrong passwords, a database that is not there, locks that do not come.
    /// </summary>
    private static readonly HashSet<string> UnavailableClasses = ["08", "28", "3D", "53", "55", "57", "58"];

    /// <summary>What the database says to a transaction in which nothing was done for too long.</summary>
    private const string IdleInTransaction = "25P03";

    /// <summary>A database that may only be read, rights that are missing, and a transaction that was given up while this node stood still.</summary>
    private static readonly HashSet<string> Unavailable = [PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.InsufficientPrivilege, IdleInTransaction];

    public Commit? Explain(Exception exception)
    {
        if (exception is DbUpdateConcurrencyException) return Commit.Stale;

        // The caller is gone. What the database says to the statement that was given up for it stands behind it.
        if (exception is OperationCanceledException) return null;
        return Inner(exception) switch
        {
            // What the handler saw is gone, or what it did not see is there by now; or another transaction waited for ours as ours did for it.
            PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => Commit.Stale,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken => taken.ConstraintName?.StartsWith("PK_", StringComparison.Ordinal) is true ? Commit.Stale : TakenPlaces.Explain(taken.ConstraintName),
            { } fault when IsTimeUp(fault) => Commit.Refused(CommonErrors.Busy),
            { } fault when IsUnavailable(fault) => Commit.Refused(CommonErrors.StorageUnavailable),
            _ => null,
        };
    }

    public static bool IsUnavailable(Exception exception) => Inner(exception) switch
    {
        PostgresException answer => UnavailableClasses.Contains(answer.SqlState[..2]) || Unavailable.Contains(answer.SqlState),

        // Not an answer: the connection did not come about, or broke off.
        { } => true,
        null => false,
    };

    /// <summary>Whether something took too long, a lock or a statement. It is not repeated: others would wait for as long again.</summary>
    public static bool IsTimeUp(Exception exception) =>
        exception is TimeoutException or PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled }
        || (exception.InnerException is { } inner && IsTimeUp(inner));

    private static NpgsqlException? Inner(Exception exception) =>
        exception as NpgsqlException ?? (exception.InnerException is { } inner && inner != exception ? Inner(inner) : null);
}
