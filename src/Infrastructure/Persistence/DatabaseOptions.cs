using Microsoft.Data.Sqlite;

namespace Eliza.Infrastructure.Persistence;

/// <summary>The section <c>Database</c> of the configuration, and the connection string <c>Eliza</c>.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Database";
    public const string ConnectionName = "Eliza";

    /// <summary><c>ConnectionStrings:Eliza</c>.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/eliza.db";

    /// <summary>Which database: Sqlite.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>How long one statement may take: 1 to 3600.</summary>
    public int CommandTimeoutSeconds { get; set; } = 30;

    /// <summary>The database file.</summary>
    public string File => Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    /// <summary>Its folder.</summary>
    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>Whether a connection string can be read and names a file.</summary>
    public static bool NamesAFile(string connectionString)
    {
        try
        {
            var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
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
}
