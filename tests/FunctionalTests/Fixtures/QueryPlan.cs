using System.Data.Common;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>How SQLite means to carry a query out, step by step.</summary>
internal sealed record QueryPlan(IReadOnlyList<string> Steps)
{
    public static Task<QueryPlan> OfAsync<T>(ApiFactory factory, Func<ElizaDbContext, IQueryable<T>> query) =>
        OfAsync(factory, db => query(db).CreateDbCommand());

    public static Task<QueryPlan> OfAsync(ApiFactory factory, Func<ElizaDbContext, DbCommand> query) => factory.QueryAsync(async db =>
    {
        using var explained = query(db);
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + explained.CommandText;
        foreach (DbParameter parameter in explained.Parameters)
        {
            var copy = command.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            command.Parameters.Add(copy);
        }
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) steps.Add($"{reader.GetValue(reader.FieldCount - 1)}");
        return new QueryPlan(steps);
    });

    public QueryPlan ShouldUse(string step)
    {
        Steps.ShouldContain(one => one.Contains(step), ToString());
        return this;
    }

    public QueryPlan ShouldSortNothing()
    {
        Steps.ShouldNotContain(step => step.Contains("TEMP B-TREE"), ToString());
        return this;
    }

    public QueryPlan ShouldReadNoWholeTable()
    {
        Steps.ShouldNotContain(step => step.StartsWith("SCAN ") && !step.Contains(" INDEX "), ToString());
        return this;
    }

    public override string ToString() => string.Join('\n', Steps);
}
