using Eliza.Application.Messages;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Messages;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Search by SQLite's index of words. The tables stand in the order in which they are to be read (CROSS JOIN keeps it): by words, that index
/// gives the messages newest first; in one channel, its own index does; else the channels that may be read come first, and of each its
/// index gives what one author said, or what was said in a span of time.
/// </summary>
internal sealed class SqliteSearch : ISearchDialect
{
    public string IsOpen => "NOT c.\"IsPrivate\"";

    public string Tables(SearchCriteria criteria) => criteria switch
    {
        { Words: not null } => "\"MessageWords\" w CROSS JOIN \"Messages\" m ON m.\"Sequence\" = w.rowid CROSS JOIN \"Channels\" c ON c.\"Id\" = m.\"ChannelId\"",
        { Channel: not null } => "\"Messages\" m CROSS JOIN \"Channels\" c ON c.\"Id\" = m.\"ChannelId\"",
        _ => "\"Channels\" c CROSS JOIN \"Messages\" m ON m.\"ChannelId\" = c.\"Id\"",
    };

    public string Order(SearchCriteria criteria) => criteria switch
    {
        { Words: not null } => "w.rowid",
        { Channel: not null, Author: null } => "m.\"Stamp\"",
        _ => "m.\"Sequence\"",
    };

    public string Matches(string words) => $"w.\"MessageWords\" MATCH {words}";

    /// <summary>Each word is quoted, and holds nothing but letters, digits and their marks: so none is an operator.</summary>
    public string WordsOf(SearchText text) => string.Join(' ', text.Words.Select(word => $"\"{word}\"")) + (text.EndsInBeginning ? "*" : "");

    public string Page(string found, string order, string limit, string offset) => $"SELECT m.* FROM {found} ORDER BY {order} DESC LIMIT {limit} OFFSET {offset}";

    public string Total(string found, string most) => $"SELECT COUNT(*) AS \"Value\" FROM (SELECT 1 FROM {found} LIMIT {most})";
}
