using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Eliza.Infrastructure.Persistence;

/// <summary>The section <c>Database</c> of the configuration, and the connection string <c>Eliza</c>.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Database";
    public const string ConnectionName = "Eliza";

    private const string EmbeddedFile = "Data Source=data/eliza.db";

    /// <summary><c>ConnectionStrings:Eliza</c>; null where it is not given.</summary>
    public string? GivenConnectionString { get; set; }

    /// <summary>What is connected to: a file in the working folder unless something else is given.</summary>
    public string ConnectionString => GivenConnectionString ?? EmbeddedFile;

    /// <summary>Which database.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Whether each start brings the tables up to date. With SQLite it always does.</summary>
    public bool MigrateOnStart { get; set; }

    /// <summary>How many statements EF sends to a database server at once: 1 to 1000; null for the most that suits it.</summary>
    public int? MaxBatchSize { get; set; }

    /// <summary>How long one statement may take: 1 to 3600.</summary>
    public int CommandTimeoutSeconds { get; set; } = 30;

    /// <summary>Whether other servers may use the database too; a file has one.</summary>
    public bool IsShared => Provider is not DatabaseProvider.Sqlite;

    /// <summary>The database file, of SQLite.</summary>
    public string File => Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    /// <summary>Where the server keeps what lies beside the database: the folder of its file, or <c>data</c> in the working folder.</summary>
    public string Folder => Provider is DatabaseProvider.Sqlite ? Path.GetDirectoryName(File)! : Path.GetFullPath("data");

    /// <summary>Whether a client of a database server knows all words of the connection string; true where there is none, which is said elsewhere.</summary>
    /// <param name="read">Reads it as that client does.</param>
    public bool IsKnownTo(Func<string, DbConnectionStringBuilder> read)
    {
        try
        {
            return GivenConnectionString is null || read(GivenConnectionString).Count > 0;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Whether the connection string can be read, and names a file, or a server.</summary>
    public bool CanConnect()
    {
        try
        {
            if (Provider is not DatabaseProvider.Sqlite) return new DbConnectionStringBuilder { ConnectionString = GivenConnectionString }.Count > 0;
            var file = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
            return file != ":memory:" && Path.GetFileName(file).Length > 0;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }
}

internal enum DatabaseProvider
{
    Sqlite,
    SqlServer,
    PostgreSql,
}
