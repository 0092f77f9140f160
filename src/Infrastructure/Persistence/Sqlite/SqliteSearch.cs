using Eliza.Application.Messages;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Messages;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Search by SQLite's index of words. The tables stand in the order in which they are to be read (CROSS JOIN keeps it): by words, that index
/// gives the messages newest first; in one channel, its own index does; else the messages themselves do.
/// </summary>
internal sealed class SqliteSearch : ISearchDialect
{
    /// <summary>The index of words knows no channels, so it takes more of what it gives to find what one of them has: 26 ms in memory.</summary>
    private const int ReachForAChannel = 100_000;

    public string IsOpen => "NOT c.\"IsPrivate\"";

    public bool Ends(SearchCriteria criteria) => criteria is { Words: null, Channel: not null } || criteria.IsOfWordsAlone;

    public int Reach(SearchCriteria criteria) => criteria.Channel is null ? SearchCriteria.MaxReach : ReachForAChannel;

    public string Tables(SearchCriteria criteria) => criteria.Words is null
        ? "\"Messages\" m CROSS JOIN \"Channels\" c ON c.\"Id\" = m.\"ChannelId\""
        : "\"MessageWords\" w CROSS JOIN \"Messages\" m ON m.\"Sequence\" = w.rowid CROSS JOIN \"Channels\" c ON c.\"Id\" = m.\"ChannelId\"";

    public string Order(SearchCriteria criteria) => criteria switch
    {
        { Words: not null } => "w.rowid",
        { Channel: not null, Author: null } => ISearchDialect.Stamp,
        _ => ISearchDialect.Sequence,
    };

    public string Matches(string words) => $"w.\"MessageWords\" MATCH {words}";

    /// <summary>Each word is quoted, and holds nothing but letters, digits and their marks: so none is an operator.</summary>
    public string WordsOf(SearchText text) => string.Join(' ', text.Words.Select(word => $"\"{word}\"")) + (text.EndsInBeginning ? "*" : "");

    public string Page(string columns, string found, string order, string limit, string offset) =>
        $"SELECT {columns} FROM {found} ORDER BY {order} DESC LIMIT {limit} OFFSET {offset}";

    public string Total(string found, string most) => $"SELECT COUNT(*) AS \"Value\" FROM (SELECT 1 FROM {found} LIMIT {most})";

    public string LookedThrough(string? matches, string? channel, IReadOnlyList<string> span) => matches is null
        ? "\"Messages\" m" + SearchSql.Where([channel, .. span])
        : "\"MessageWords\" w" + SearchSql.Where([matches, .. span]);
}
