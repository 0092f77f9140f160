using Eliza.Application.Messages;

namespace Eliza.Infrastructure.Messages;

/// <summary>A search as a database is to carry it out.</summary>
internal sealed class SearchSql
{
    private readonly List<string> _conditions = [];
    private readonly List<object> _parameters = [];

    public SearchSql(SearchCriteria criteria, ISearchDialect dialect)
    {
        if (criteria.Words is { } words) _conditions.Add(dialect.Matches(Place(dialect.WordsOf(words))));
        if (criteria.Channel is { } channel) _conditions.Add($"m.\"ChannelId\" = {Place(channel.Value)}");
        if (criteria.Author is { } author) _conditions.Add($"m.\"Author\" = {Place(author.Value)}");

        // A stamp is never before its message's time, so it bounds what the index is read for; the time itself decides.
        if (criteria.From is { } from) _conditions.Add($"m.\"Stamp\" >= {Place(from.ToUnixTimeMilliseconds())} AND m.\"CreatedAt\" >= {Place(from.ToUnixTimeMilliseconds())}");
        if (criteria.To is { } to) _conditions.Add($"m.\"CreatedAt\" < {Place(to.ToUnixTimeMilliseconds())}");
        if (criteria.Reader is { } reader) _conditions.Add(
            $"({dialect.IsOpen} OR EXISTS (SELECT 1 FROM \"Participants\" p WHERE p.\"ChannelId\" = c.\"Id\" AND p.\"ActorId\" = {Place(reader.Value)}))");

        var found = $"{dialect.Tables(criteria)} WHERE {string.Join(" AND ", _conditions)}";
        Page = dialect.Page(found, dialect.Order(criteria), Place(criteria.Limit), Place(criteria.Offset));
        Total = dialect.Total(found, Place(SearchCriteria.MaxTotal));
    }

    public object[] Parameters => [.. _parameters];

    public string Page { get; }

    public string Total { get; }

    private string Place(object value)
    {
        _parameters.Add(value);
        return $"{{{_parameters.Count - 1}}}";
    }
}
