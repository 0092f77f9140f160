using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence.Configurations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>What a refusal of the database means to the caller.</summary>
internal sealed class SqliteFaults(IModel model)
{
    /// <summary>SQLite's extended result codes (sqlite.org/rescode.html).</summary>
    private const int ForeignKeyConstraint = 787;
    private const int PrimaryKeyConstraint = 1555;
    private const int UniqueConstraint = 2067;

    /// <summary>Busy, locked, read-only, I/O error, corrupt, full, cannot open, not a database: nothing that the request did.</summary>
    private static readonly HashSet<int> Unavailable = [5, 6, 8, 10, 11, 13, 14, 26];

    /// <summary>Every unique index that a client can run into, with what it is told.</summary>
    private static readonly Dictionary<string, Error> TakenErrors = new()
    {
        [ChannelConfiguration.UniqueName] = ChannelErrors.NameTaken,
    };

    /// <summary>Whose handlers look for what is there and take it: run again, they find what came in between.</summary>
    private static readonly HashSet<string> FoundByHandlers =
        [ChannelConfiguration.UniquePair, ChannelConfiguration.UniqueSource, MessageConfiguration.UniqueStamp, AgentRunConfiguration.UniqueRun];

    public static bool IsUnavailable(Exception exception) => Inner(exception) is { } fault && Unavailable.Contains(fault.SqliteErrorCode);

    /// <summary>How the commit ended, or null when the exception is none that we expect.</summary>
    public Commit? Explain(Exception exception)
    {
        if (exception is DbUpdateConcurrencyException) return Commit.Stale;
        if (IsUnavailable(exception)) return Commit.Refused(CommonErrors.StorageUnavailable);
        return Inner(exception) switch
        {
            // What the handler saw is gone (foreign key), or what it did not see is there by now (primary key).
            { SqliteExtendedErrorCode: ForeignKeyConstraint or PrimaryKeyConstraint } => Commit.Stale,
            { SqliteExtendedErrorCode: UniqueConstraint } taken => Explain(NameOfIndex(taken)),
            _ => null,
        };
    }

    private static SqliteException? Inner(Exception exception) => exception as SqliteException ?? exception.InnerException as SqliteException;

    /// <summary>SQLite names the columns of the index, as in "UNIQUE constraint failed: Channels.ServerId, Channels.NameKey".</summary>
    private string? NameOfIndex(SqliteException exception) => model.GetEntityTypes().SelectMany(entity => entity.GetIndexes())
        .FirstOrDefault(index => index.IsUnique && exception.Message.Contains(ColumnsOf(index), StringComparison.Ordinal))?.GetDatabaseName();

    private static Commit Explain(string? index) =>
        index is not null && FoundByHandlers.Contains(index) ? Commit.Stale
        : Commit.Refused(index is not null && TakenErrors.TryGetValue(index, out var error) ? error : CommonErrors.Conflict);

    private static string ColumnsOf(IIndex index)
    {
        var table = index.DeclaringEntityType.GetTableName();
        return $"failed: {string.Join(", ", index.Properties.Select(property => $"{table}.{property.GetColumnName()}"))}'";
    }
}
