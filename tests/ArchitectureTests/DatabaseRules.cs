using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence.PostgreSql;
using Eliza.Infrastructure.Persistence.Repositories;
using Eliza.Infrastructure.Persistence.Servers;
using Eliza.Infrastructure.Persistence.Sqlite;
using Eliza.Infrastructure.Persistence.SqlServer;

namespace Eliza.ArchitectureTests;

/// <summary>What only one database has, or says in its own words, lies in its folder; all else runs over each of them.</summary>
public sealed class DatabaseRules
{
    private const string Persistence = "Eliza.Infrastructure.Persistence";

    /// <summary>Of these each knows all databases: what is registered, what is an error of theirs, and how a connection is written.</summary>
    private static readonly string[] Choosing = [".PersistenceRegistration", ".StorageFaults", ".DatabaseOptions"];

    [Theory]
    [InlineData("Sqlite", typeof(SqliteBatch), "Microsoft.Data.Sqlite", "SQLitePCL", "Microsoft.EntityFrameworkCore.SqliteDbContextOptionsBuilderExtensions", "Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("PostgreSql", typeof(PostgreSqlFaults), "Npgsql", "NpgsqlTypes", "Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions")]
    [InlineData("SqlServer", typeof(SqlServerFaults), "Microsoft.Data.SqlClient", "Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions", "Microsoft.EntityFrameworkCore.SqlServer")]
    public void Databases_OutsideTheirFolders_AreNotKnown(string database, Type known, params string[] clients)
    {
        string[] its = [$"{Persistence}.{database}", .. clients];
        Types.InAssembly(Layers.Infrastructure)
            .That().ResideInNamespace($"{Persistence}.{database}").ShouldNot().HaveDependencyOnAny(its)
            .GetResult().FailingTypes.Select(type => type.Type).ShouldInclude(known);

        var others = Types.InAssembly(Layers.Infrastructure)
            .That().DoNotResideInNamespace($"{Persistence}.{database}")
            .And().DoNotResideInNamespace($"{Persistence}.Migrations.{database}");
        foreach (var choosing in Choosing) others = others.And().DoNotHaveNameEndingWith(choosing);
        others.ShouldNot().HaveDependencyOnAny(its)
            .GetResult().ShouldHold($"What is {database}'s alone lies in Persistence/{database}, behind a port.", typeof(ChannelRepository), typeof(MessageSearch), typeof(ServerBatch));
    }

    /// <summary>SQL is written where a database's own words are needed, and in the few words that all understand.</summary>
    [Fact]
    public void Sql_OutsideTheDatabasesFolders_IsWrittenInFewPlaces() => Types.InAssembly(Layers.Infrastructure)
        .That().DoNotResideInNamespace($"{Persistence}.Sqlite").And().DoNotResideInNamespace($"{Persistence}.PostgreSql")
        .And().DoNotResideInNamespace($"{Persistence}.SqlServer").And().DoNotResideInNamespace($"{Persistence}.Migrations")
        .And().DoNotHaveNameEndingWith(".ChannelCounters").And().DoNotHaveNameEndingWith(".MessageSearch").And().DoNotHaveNameEndingWith(".ServerInitializer")
        .ShouldNot().CallAny(
            "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync", "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync",
            "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.SqlQuery", "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.SqlQueryRaw",
            "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions.FromSql", "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions.FromSqlRaw")
        .GetResult().ShouldHold("LINQ says it for every database.", typeof(ChannelRepository));
}
