namespace Eliza.Infrastructure.Persistence;

/// <summary>The section <c>Database</c> of the configuration.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Database";
    public const string DefaultConnectionString = "Data Source=data/eliza.db";

    /// <summary>Which database: Sqlite.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>How long one statement may take: 1 to 3600.</summary>
    public int CommandTimeoutSeconds { get; set; } = 30;
}

internal enum DatabaseProvider
{
    Sqlite,
}
