using Eliza.Infrastructure.Persistence.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>
/// The database of one server under test: a file in its folder; or, when <c>ELIZA_TEST_POSTGRES</c> names a PostgreSQL server on which databases
/// may be made, a database of its own there.
/// </summary>
/// <remarks>
/// Tests with <c>[Trait("Database", "Sqlite")]</c> are about SQLite, or start their own process over it; those with <c>"Once"</c> need no database, bring
/// their own, or would find nothing new over a second one. Both are for the run over SQLite alone. Those with <c>"PostgreSql"</c> are for the other run alone.
/// </remarks>
internal sealed class TestDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("ELIZA_TEST_POSTGRES");

    /// <summary>A database with all tables, of which the others are copies: to migrate each would take a second.</summary>
    private static readonly Lazy<string> Template = new(MakeTemplate);

    private readonly string? _name;

    public TestDatabase(string folder)
    {
        if (!IsPostgreSql)
        {
            ConnectionString = $"Data Source={folder}/data/eliza.db";
            return;
        }
        _name = $"eliza_{Guid.CreateVersion7():n}";
        Carry($"CREATE DATABASE {_name} TEMPLATE {Template.Value}");
        ConnectionString = ConnectionTo(_name);
    }

    public static bool IsPostgreSql => Server is not null;

    public static string Provider => IsPostgreSql ? "PostgreSql" : "Sqlite";

    public string ConnectionString { get; }

    /// <summary>For tests of what only database servers do. CI leaves them out of its run over SQLite, and has them in the one over PostgreSQL.</summary>
    public static void SkipUnlessPostgreSql() => Assert.SkipUnless(IsPostgreSql, "Needs ELIZA_TEST_POSTGRES, the connection string of a PostgreSQL server on which databases may be made");

    public void Dispose()
    {
        if (_name is not null) Carry($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static string MakeTemplate()
    {
        var name = $"eliza_template_{Guid.CreateVersion7():n}";
        Carry($"CREATE DATABASE {name}");
        using var db = new PostgreSqlDbContext(new DbContextOptionsBuilder<PostgreSqlDbContext>().UseNpgsql(ConnectionTo(name) + ";Pooling=false").Options);
        db.Database.Migrate();
        return name;
    }

    /// <summary>Some of a hundred servers at once, each with as few connections as it needs.</summary>
    private static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 30, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 2 }.ToString();

    private static void Carry(string statement)
    {
        using var connection = new NpgsqlConnection(Server + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
