using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.PostgreSql;
using Eliza.Infrastructure.Persistence.Sqlite;
using Eliza.UnitTests.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Eliza.UnitTests.Persistence;

/// <summary>The migrations of each database, without one: what they would do.</summary>
public sealed class MigrationScriptTests
{
    public static TheoryData<string> Databases => ["Sqlite", "PostgreSql", "SqlServer"];

    [Theory]
    [MemberData(nameof(Databases))]
    public void Model_OfEachDatabase_IsWhatItsMigrationsMake(string database)
    {
        using var db = Context(database);
        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    /// <summary>SQLite has no conditions in its language, so no such script.</summary>
    [Theory]
    [InlineData("PostgreSql")]
    [InlineData("SqlServer")]
    public void Script_ForAnyState_MakesEveryTableAndIndex(string database)
    {
        using var db = Context(database);
        var script = ScriptOf(db);
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.ToList();
        tables.Count.ShouldBeGreaterThan(15);
        tables.Sum(table => table.Indexes.Count()).ShouldBeGreaterThan(25);
        foreach (var table in tables)
        {
            script.ShouldContain($"CREATE TABLE {Quoted(table.Name)}");
            foreach (var index in table.Indexes) script.ShouldContain($"INDEX {Quoted(index.Name)} ON {Quoted(table.Name)}");
            foreach (var key in table.UniqueConstraints) script.ShouldContain($"CONSTRAINT {Quoted(key.Name)}");
            foreach (var key in table.ForeignKeyConstraints) script.ShouldContain($"CONSTRAINT {Quoted(key.Name)} FOREIGN KEY");
        }

        string Quoted(string name) => database == "SqlServer" ? $"[{name}]" : $"\"{name}\"";
    }

    /// <summary>Also what the script has carried out as text.</summary>
    [Fact]
    public void Script_ForSqlServer_IsItsLanguage()
    {
        using var db = Context("SqlServer");
        var script = TSql.Parse(ScriptOf(db));
        TSql.All<CreateTableStatement>(script).Count.ShouldBeGreaterThan(15);
        var texts = TSql.All<ExecutableStringList>(script).SelectMany(list => list.Strings.OfType<StringLiteral>()).Select(text => TSql.Parse(text.Value)).ToList();
        var indexes = TSql.All<CreateIndexStatement>(script).Concat(texts.SelectMany(TSql.All<CreateIndexStatement>)).ToList();
        indexes.Count(index => index.FilterPredicate is not null).ShouldBeGreaterThan(8);
        indexes.Select(index => index.Name.Value).ShouldBeUnique();
    }

    /// <summary>A server may be killed at any moment of its upgrade; what is not one transaction would be half done for ever.</summary>
    [Fact]
    public void Script_ForSqlServer_IsOneTransactionAMigration()
    {
        using var db = Context("SqlServer");
        var script = TSql.Parse(ScriptOf(db));
        var migrations = db.Database.GetMigrations().Count();
        (TSql.All<BeginTransactionStatement>(script).Count, TSql.All<CommitTransactionStatement>(script).Count).ShouldBe((migrations, migrations));
    }

    private static string ScriptOf(ElizaDbContext db) => db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

    private static ElizaDbContext Context(string database) => database switch
    {
        "Sqlite" => new SqliteDbContext(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite("Data Source=:memory:").Options),
        "PostgreSql" => new PostgreSqlDbContext(new DbContextOptionsBuilder<PostgreSqlDbContext>().UseNpgsql("Host=none").Options),
        _ => SqlServerStatements.Context(new RecordingConnection()),
    };
}
