using Eliza.Application.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <inheritdoc/>
internal sealed class SqliteFaults(IModel model) : IDatabaseFaults
{
    /// <summary>SQLite's extended result codes (sqlite.org/rescode.html).</summary>
    private const int ForeignKeyConstraint = 787;
    private const int PrimaryKeyConstraint = 1555;
    private const int UniqueConstraint = 2067;

    /// <summary>Busy, locked, read-only, I/O error, corrupt, full, cannot open, not a database: nothing that the request did.</summary>
    private static readonly HashSet<int> Unavailable = [5, 6, 8, 10, 11, 13, 14, 26];

    public static bool IsUnavailable(Exception exception) => Inner(exception) is { } fault && Unavailable.Contains(fault.SqliteErrorCode);

    public Commit? Explain(Exception exception)
    {
        if (exception is DbUpdateConcurrencyException) return Commit.Stale;
        if (IsUnavailable(exception)) return Commit.Refused(CommonErrors.StorageUnavailable);
        return Inner(exception) switch
        {
            // What the handler saw is gone (foreign key), or what it did not see is there by now (primary key).
            { SqliteExtendedErrorCode: ForeignKeyConstraint or PrimaryKeyConstraint } => Commit.Stale,
            { SqliteExtendedErrorCode: UniqueConstraint } taken => TakenPlaces.Explain(NameOfIndex(taken)),
            _ => null,
        };
    }

    private static SqliteException? Inner(Exception exception) => exception as SqliteException ?? exception.InnerException as SqliteException;

    /// <summary>SQLite names the columns of the index, as in "UNIQUE constraint failed: Channels.ServerId, Channels.NameKey".</summary>
    private string? NameOfIndex(SqliteException exception) => model.GetEntityTypes().SelectMany(entity => entity.GetIndexes())
        .FirstOrDefault(index => index.IsUnique && exception.Message.Contains(ColumnsOf(index), StringComparison.Ordinal))?.GetDatabaseName();

    private static string ColumnsOf(IIndex index)
    {
        var table = index.DeclaringEntityType.GetTableName();
        return $"failed: {string.Join(", ", index.Properties.Select(property => $"{table}.{property.GetColumnName()}"))}'";
    }
}
