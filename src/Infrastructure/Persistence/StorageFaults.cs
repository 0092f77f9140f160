using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.PostgreSql;
using Eliza.Infrastructure.Persistence.Sqlite;
using Eliza.Infrastructure.Persistence.SqlServer;

namespace Eliza.Infrastructure.Persistence;

/// <summary>Exceptions that say that the database cannot be reached or written, whichever it is; that is no fault of the request.</summary>
internal static class StorageFaults
{
    /// <summary>What a log is to show in whole, where it tells the reason anyhow: while a database is away all that fails fails for that.</summary>
    public static Exception? Unexplained(Exception exception) => IsUnavailable(exception) ? null : exception;

    public static bool IsUnavailable(Exception exception) =>
        exception is WritersBusyException || SqliteFaults.IsUnavailable(exception) || PostgreSqlFaults.IsUnavailable(exception) || SqlServerFaults.IsUnavailable(exception);
}
