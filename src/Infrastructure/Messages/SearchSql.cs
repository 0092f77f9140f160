using Eliza.Application.Messages;

namespace Eliza.Infrastructure.Messages;

/// <summary>A search as a database is to carry it out.</summary>
internal sealed class SearchSql
{
    /// <summary>
    /// Milliseconds by which a message's stamp may be ahead of its time: nodes whose clocks differ, more than one message a millisecond.
    /// Only by what a clock was set back is it more, and then the channel's spans of time are off by that.
    /// </summary>
    private const long Ahead = 60_000;

    private readonly List<object> _parameters = [];

    /// <param name="criteria">What to look for.</param>
    /// <param name="dialect">The database's own words.</param>
    /// <param name="oldest">The place from which on messages are looked through, see <see cref="Oldest"/>.</param>
    /// <param name="reach">How many are looked through at most.</param>
    public SearchSql(SearchCriteria criteria, ISearchDialect dialect, long oldest, int reach)
    {
        var order = dialect.Order(criteria);
        var matches = criteria.Words is { } words ? dialect.Matches(Place(dialect.WordsOf(words))) : null;
        var channel = criteria.Channel is { } id ? $"m.\"ChannelId\" = {Place(id.Value)}" : null;
        List<string> span = [.. channel is null ? [] : Span(criteria, channel, order)];

        List<string?> conditions = [matches, channel, .. span];
        if (criteria.Author is { } author) conditions.Add($"m.\"Author\" = {Place(author.Value)}");
        if (criteria.From is { } from) conditions.Add($"m.\"CreatedAt\" >= {Place(from.ToUnixTimeMilliseconds())}");
        if (criteria.To is { } to) conditions.Add($"m.\"CreatedAt\" < {Place(to.ToUnixTimeMilliseconds())}");
        if (!dialect.Ends(criteria)) conditions.Add($"{order} >= {Place(oldest)}");
        if (criteria.Reader is { } reader) conditions.Add(
            $"({dialect.IsOpen} OR EXISTS (SELECT 1 FROM \"Participants\" p WHERE p.\"ChannelId\" = c.\"Id\" AND p.\"ActorId\" = {Place(reader.Value)}))");

        var found = $"{dialect.Tables(criteria)}{Where(conditions)}";
        Oldest = dialect.Page($"{order} AS \"Value\"", dialect.LookedThrough(matches, channel, span), order, "1", Place(reach - 1));
        Found = dialect.Page("m.\"Sequence\" AS \"Value\"", found, order, Place(Math.Max(SearchCriteria.MaxTotal, criteria.Offset + criteria.Limit)), "0");
        Page = dialect.Page("m.*", found, order, Place(criteria.Limit), Place(criteria.Offset));
        Total = dialect.Total(found, Place(SearchCriteria.MaxTotal));
    }

    public object[] Parameters => [.. _parameters];

    /// <summary>The place in the order of the oldest message that is looked through, as a column <c>Value</c>; no row where all are.</summary>
    public string Oldest { get; }

    /// <summary>The sequences of all that is found, newest first, as a column <c>Value</c>: as many as are counted, and as the page needs.</summary>
    public string Found { get; }

    public string Page { get; }

    public string Total { get; }

    /// <summary>All of the conditions that there are.</summary>
    public static string Where(params IEnumerable<string?> conditions)
    {
        var all = string.Join(" AND ", conditions.OfType<string>());
        return all.Length == 0 ? "" : $" WHERE {all}";
    }

    /// <summary>What of a channel's order its index has to be read for; the time of each message decides.</summary>
    private IEnumerable<string> Span(SearchCriteria criteria, string channel, string order)
    {
        if (criteria.From is { } from)
        {
            var first = Place(from.ToUnixTimeMilliseconds() - Ahead);
            yield return order == ISearchDialect.Stamp ? $"{order} >= {first}" : $"{order} >= {Sequence(channel, $"SELECT MIN(m.\"Stamp\") FROM \"Messages\" m WHERE {channel} AND m.\"Stamp\" >= {first}")}";
        }
        if (criteria.To is { } to)
        {
            var end = Place(to.ToUnixTimeMilliseconds() + Ahead);
            yield return order == ISearchDialect.Stamp ? $"{order} < {end}" : $"{order} <= {Sequence(channel, $"SELECT MAX(m.\"Stamp\") FROM \"Messages\" m WHERE {channel} AND m.\"Stamp\" < {end}")}";
        }
    }

    /// <summary>The place among all messages of the one with that stamp; null, with which nothing compares, where there is none.</summary>
    private static string Sequence(string channel, string stamp) => $"(SELECT m.\"Sequence\" FROM \"Messages\" m WHERE {channel} AND m.\"Stamp\" = ({stamp}))";

    private string Place(object value)
    {
        _parameters.Add(value);
        return $"{{{_parameters.Count - 1}}}";
    }
}
