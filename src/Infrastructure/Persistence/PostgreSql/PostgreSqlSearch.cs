using Eliza.Application.Messages;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Messages;

namespace Eliza.Infrastructure.Persistence.PostgreSql;

/// <summary>Search by an inverted index over the words that we divided messages into.</summary>
internal sealed class PostgreSqlSearch : ISearchDialect
{
    public string IsOpen => "NOT c.\"IsPrivate\"";

    public bool Ends(SearchCriteria criteria) => criteria is { Words: null, Channel: not null } || criteria.IsOfWordsAlone;

    /// <summary>Of a channel it is its own that are counted.</summary>
    public int Reach(SearchCriteria criteria) => SearchCriteria.MaxReach;

    public string Tables(SearchCriteria criteria) => "\"Messages\" m JOIN \"Channels\" c ON c.\"Id\" = m.\"ChannelId\"";

    /// <summary>By words too a channel is read in its own order: in that of all messages PostgreSQL would read those of all channels.</summary>
    public string Order(SearchCriteria criteria) =>
        criteria is { Channel: not null } and ({ Words: not null } or { Author: null }) ? ISearchDialect.Stamp : ISearchDialect.Sequence;

    public string Matches(string words) => $"m.\"{PostgreSqlDbContext.Vector}\" @@ CAST({PostgreSqlDbContext.WithoutMarks($"CAST({words} AS text)")} AS tsquery)";

    /// <summary>
    /// Each word is quoted, and holds nothing but letters, digits and their marks: so none is an operator. Of marks alone nothing would be left:
    /// they count for no word.
    /// </summary>
    public string WordsOf(SearchText text)
    {
        List<string> words = [.. text.Words.Where(word => word.Any(part => part is < '\u0300' or > '\u036f')).Select(word => $"'{word.ToLowerInvariant()}'")];
        return string.Join(" & ", words) + (words.Count > 0 && text.EndsInBeginning ? ":*" : "");
    }

    public string Page(string columns, string found, string order, string limit, string offset) =>
        $"SELECT {columns} FROM {found} ORDER BY {order} DESC LIMIT {limit} OFFSET {offset}";

    public string Total(string found, string most) => $"SELECT COUNT(*) AS \"Value\" FROM (SELECT 1 FROM {found} LIMIT {most}) AS found";

    public string LookedThrough(string? matches, string? channel, IReadOnlyList<string> span) => "\"Messages\" m" + SearchSql.Where([matches, channel, .. span]);
}
