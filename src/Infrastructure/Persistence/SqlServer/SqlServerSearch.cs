using Eliza.Application.Messages;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence.Servers;

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Search over the words that we divided messages into, one after the other: full-text search is a part of SQL Server that many
/// installations, the images for containers among them, do not have. So a search by words looks through new messages alone, of the channel
/// where one is given. Conditions on channel, author and time use the indexes.
/// </summary>
internal sealed class SqlServerSearch : ISearchDialect
{
    /// <summary>Letters alike but for marks and case.</summary>
    private const string WithoutMarks = "Latin1_General_100_CI_AI";

    /// <summary>Some ten microseconds each: a second or two of one processor in all, and a time-out or cancellation stops it.</summary>
    private const int ReachByWords = 100_000;

    public string IsOpen => "c.\"IsPrivate\" = 0";

    public bool Ends(SearchCriteria criteria) => criteria is { Words: null, Channel: not null };

    public int Reach(SearchCriteria criteria) => criteria.Words is null ? SearchCriteria.MaxReach : ReachByWords;

    public string Tables(SearchCriteria criteria) => "\"Messages\" m JOIN \"Channels\" c ON c.\"Id\" = m.\"ChannelId\"";

    public string Order(SearchCriteria criteria) => criteria is { Channel: not null } and ({ Words: not null } or { Author: null }) ? ISearchDialect.Stamp : ISearchDialect.Sequence;

    /// <summary>No message lacks one of the words.</summary>
    public string Matches(string words) => $"""
        NOT EXISTS (SELECT 1 FROM STRING_SPLIT({words}, '|') word
            WHERE CONCAT(' ', m."{MessageWords.Column}", ' ') COLLATE {WithoutMarks} NOT LIKE CONCAT('% ', word.value, '%') COLLATE {WithoutMarks})
        """;

    /// <summary>Words hold nothing but letters, digits and their marks: so none is a pattern. Behind one that is not the beginning of others comes a space.</summary>
    public string WordsOf(SearchText text) =>
        string.Join(" |", text.Words.Select(word => word.ToLowerInvariant())) + (text.EndsInBeginning ? "" : " ");

    public string Page(string columns, string found, string order, string limit, string offset) =>
        $"SELECT {columns} FROM {found} ORDER BY {order} DESC OFFSET {offset} ROWS FETCH NEXT {limit} ROWS ONLY";

    public string Total(string found, string most) => $"SELECT COUNT_BIG(*) AS \"Value\" FROM (SELECT TOP ({most}) 1 AS one FROM {found}) AS found";

    /// <summary>Whether they hold the words or not: to know that costs what is to be bounded.</summary>
    public string LookedThrough(string? matches, string? channel, IReadOnlyList<string> span) => "\"Messages\" m" + SearchSql.Where([channel, .. span]);
}
