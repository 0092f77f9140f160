using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Eliza.UnitTests.Persistence.SqlServer;

/// <summary>SQL Server's language as its version of 2017 reads it, by the parser that Microsoft publishes.</summary>
internal static class TSql
{
    public static TSqlFragment Parse(string text)
    {
        var fragment = new TSql140Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        errors.Select(error => $"{error.Line}:{error.Column} {error.Message}").ShouldBeEmpty(text);
        return fragment;
    }

    /// <summary>Every part of that kind, wherever it stands.</summary>
    public static IReadOnlyList<T> All<T>(TSqlFragment fragment) where T : TSqlFragment
    {
        var found = new Collector<T>();
        fragment.Accept(found);
        return found.Parts;
    }

    private sealed class Collector<T> : TSqlFragmentVisitor where T : TSqlFragment
    {
        public List<T> Parts { get; } = [];

        public override void Visit(TSqlFragment node)
        {
            if (node is T part) Parts.Add(part);
        }
    }
}
