using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.PostgreSql;
using Eliza.Infrastructure.Persistence.Sqlite;
using Eliza.Infrastructure.Persistence.SqlServer;

namespace Eliza.Infrastructure.Persistence;

/// <summary>Exceptions that say that the database cannot be reached or written, whichever it is; that is no fault of the request.</summary>
internal static class StorageFaults
{
    public static bool IsUnavailable(Exception exception) =>
        exception is WritersBusyException || SqliteFaults.IsUnavailable(exception) || PostgreSqlFaults.IsUnavailable(exception) || SqlServerFaults.IsUnavailable(exception);
}
