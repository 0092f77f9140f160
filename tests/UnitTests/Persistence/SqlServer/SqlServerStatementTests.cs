using System.Data;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Feeds;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Eliza.UnitTests.Persistence.SqlServer;

/// <summary>Every question to the database as SQL Server gets it. EF refuses what it cannot say in SQL, so nothing is left to be worked out here.</summary>
public sealed class SqlServerStatementTests
{
    private const int MostParameters = 2100;

    [Fact]
    public async Task Askers_WhenLookedFor_AreAllFound()
    {
        var askers = SqlServerStatements.AskersOf(typeof(UnitOfWork).Assembly).ToList();
        askers.ShouldContain(typeof(SessionRepository));
        askers.ShouldContain(typeof(AgentTurns));
        Samples.Specifications.Count.ShouldBeGreaterThan(20);

        var asked = (await SqlServerStatements.GetAsync()).All.Select(statement => statement.Asker).ToHashSet();
        askers.Select(asker => asker.Name).Except(asked).ShouldBeEmpty("These asked nothing of the database.");
    }

    [Fact]
    public async Task Statements_WhenParsed_AreSqlServers()
    {
        var all = (await SqlServerStatements.GetAsync()).All;
        all.Count.ShouldBeGreaterThan(150);
        all.Count(statement => statement.Asker == "Queries").ShouldBeGreaterThan(40);
        foreach (var (_, statement) in all) TSql.Parse(statement.Text);
    }

    [Fact]
    public async Task Statements_WithParameters_HaveEachOfThemOnce()
    {
        foreach (var (asker, statement) in (await SqlServerStatements.GetAsync()).All)
        {
            var fragment = TSql.Parse(statement.Text);
            var declared = TSql.All<DeclareVariableElement>(fragment).Select(variable => variable.VariableName.Value);
            var given = statement.Parameters.Select(parameter => '@' + parameter.ParameterName.TrimStart('@')).ToList();
            var used = TSql.All<VariableReference>(fragment).Select(variable => variable.Name).Except(declared, StringComparer.OrdinalIgnoreCase);
            used.Except(given, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty($"{asker}: {statement.Text}");
            given.ShouldBeUnique();
            given.Count.ShouldBeLessThan(MostParameters);
        }
    }

    /// <summary>No number is compared as a text, and no text by the rules of another type: such a column's index would not be used.</summary>
    [Fact]
    public async Task Statements_WithParameters_HaveTypesOfOurColumns()
    {
        var parameters = (await SqlServerStatements.GetAsync()).All.SelectMany(statement => statement.Statement.Parameters.Select(parameter => (statement.Asker, parameter))).ToList();
        parameters.ShouldNotBeEmpty();
        foreach (var (asker, parameter) in parameters)
        {
            parameter.SqlDbType.ShouldBeOneOf([SqlDbType.UniqueIdentifier, SqlDbType.BigInt, SqlDbType.Int, SqlDbType.Bit, SqlDbType.NVarChar], $"{asker} {parameter.ParameterName}");
        }
    }

    /// <summary>A node may have many more listeners than a statement may have parameters.</summary>
    [Fact]
    public async Task Lists_LongerThanParametersMayBe_AreGivenInOne()
    {
        var connection = new RecordingConnection();
        await using var db = SqlServerStatements.Context(connection);

        await ChannelLog.Heads(db, [.. Enumerable.Range(0, 5000).Select(_ => new ChannelId(Guid.CreateVersion7()))]).ToListAsync(TestContext.Current.CancellationToken);

        var statement = connection.Statements.ShouldHaveSingleItem();
        TSql.Parse(statement.Text);
        statement.Parameters.Count.ShouldBeLessThan(MostParameters);
    }

    /// <summary>Pages need an order; EF makes one up that is none.</summary>
    [Fact]
    public async Task Pages_WhenCut_AreInAnOrder()
    {
        var pages = (await SqlServerStatements.GetAsync()).All.Where(statement => TSql.All<OffsetClause>(TSql.Parse(statement.Statement.Text)).Count > 0).ToList();
        pages.Count.ShouldBeGreaterThan(10);
        pages.ShouldAllBe(page => !page.Statement.Text.Contains("(SELECT 1)"));
    }

    /// <summary>Words are looked for in one message after the other, and without a channel no index leads to an author or a time: the newest are looked through, no more.</summary>
    [Fact]
    public async Task Searches_ThatNoIndexCarries_AreBoundedByThePlaceOfTheOldest()
    {
        var searches = (await SqlServerStatements.GetAsync()).All.Where(statement => statement.Asker == "Queries" && statement.Statement.Text.Contains("\"Channels\" c ON"))
            .Select(statement => (statement.Statement.Text, Bounds: TSql.All<BooleanComparisonExpression>(TSql.Parse(statement.Statement.Text)).Count(IsBoundOfPlace))).ToList();
        var ended = searches.Where(search => !search.Text.Contains("STRING_SPLIT") && search.Text.Contains("m.\"ChannelId\" = @")).ToList();
        var bounded = searches.Except(ended).ToList();

        ended.Count.ShouldBe(6, "A page, a count and all places of each sample.");
        bounded.Count.ShouldBe(9);
        foreach (var (text, bounds) in bounded) bounds.ShouldBe(text.Contains("m.\"Stamp\" < @") ? 2 : 1, $"A span of time of a channel has a bound of its own: {text}");
    }

    /// <summary>Conditions such as <c>m."Sequence" >= @p</c>.</summary>
    private static bool IsBoundOfPlace(BooleanComparisonExpression comparison) =>
        comparison is { ComparisonType: BooleanComparisonType.GreaterThanOrEqualTo, FirstExpression: ColumnReferenceExpression column, SecondExpression: VariableReference }
        && column.MultiPartIdentifier.Identifiers[^1].Value is "Sequence" or "Stamp";

    /// <summary>A table is asked to lock its rows where the query was marked, and nowhere else: the table whose rows it gives.</summary>
    [Fact]
    public async Task Hints_WhereRowsAreLocked_StandBehindTheirTable()
    {
        var (waits, skips) = (0, 0);
        foreach (var (asker, statement) in (await SqlServerStatements.GetAsync()).All)
        {
            var hinted = TSql.All<NamedTableReference>(TSql.Parse(statement.Text)).Where(table => table.TableHints.Count > 0).ToList();
            var kinds = string.Join(' ', hinted.SelectMany(table => table.TableHints).Select(hint => hint.HintKind));
            if (statement.Text.Contains("-- lock rows", StringComparison.Ordinal)) (waits, kinds) = (waits + 1, Expect(kinds, "UpdLock Rowlock"));
            else if (statement.Text.Contains("-- lock free rows", StringComparison.Ordinal)) (skips, kinds) = (skips + 1, Expect(kinds, "UpdLock Rowlock ReadPast ReadCommittedLock"));
            kinds.ShouldBeEmpty(asker);
        }
        waits.ShouldBeGreaterThan(3);
        skips.ShouldBeGreaterThan(2);

        static string Expect(string kinds, string expected)
        {
            kinds.ShouldBe(expected);
            return "";
        }
    }
}
