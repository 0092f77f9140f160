using Eliza.Application.Messages;
using Eliza.Domain.Messages;
using Microsoft.Data.Sqlite;

namespace Eliza.Infrastructure.Messages;

/// <summary>
/// A search as SQLite is to carry it out. The tables stand in the order in which they are to be read (CROSS JOIN keeps it): by
/// words, the index of words gives the messages newest first; in one channel, its own index does; else the channels that may be
/// read come first, and of each its index gives what one author said, or what was said in a span of time.
/// </summary>
internal sealed class SearchSql
{
    private readonly List<string> _conditions = [];
    private readonly List<SqliteParameter> _parameters = [];
    private readonly string _tables;
    private readonly string _order;

    public SearchSql(SearchCriteria criteria)
    {
        (_tables, _order) = criteria switch
        {
            { Words: not null } => ("\"MessageWords\" w CROSS JOIN \"Messages\" m ON m.\"Sequence\" = w.rowid CROSS JOIN \"Channels\" c ON c.\"Id\" = m.\"ChannelId\"", "w.rowid"),
            { Channel: not null } => ("\"Messages\" m CROSS JOIN \"Channels\" c ON c.\"Id\" = m.\"ChannelId\"", criteria.Author is null ? "m.\"Stamp\"" : "m.\"Sequence\""),
            _ => ("\"Channels\" c CROSS JOIN \"Messages\" m ON m.\"ChannelId\" = c.\"Id\"", "m.\"Sequence\""),
        };
        if (criteria.Words is { } words) Add("w.\"MessageWords\" MATCH @words", "@words", MatchOf(words));
        if (criteria.Channel is { } channel) Add("m.\"ChannelId\" = @channel", "@channel", channel.Value);
        if (criteria.Author is { } author) Add("m.\"Author\" = @author", "@author", author.Value);

        // A stamp is never before its message's time, so it bounds what the index is read for; the time itself decides.
        if (criteria.From is { } from) Add("m.\"Stamp\" >= @from AND m.\"CreatedAt\" >= @from", "@from", from.ToUnixTimeMilliseconds());
        if (criteria.To is { } to) Add("m.\"CreatedAt\" < @to", "@to", to.ToUnixTimeMilliseconds());
        if (criteria.Reader is { } reader) Add(
            "(NOT c.\"IsPrivate\" OR EXISTS (SELECT 1 FROM \"Participants\" p WHERE p.\"ChannelId\" = c.\"Id\" AND p.\"ActorId\" = @reader))", "@reader", reader.Value);
        _parameters.Add(new SqliteParameter("@limit", criteria.Limit));
        _parameters.Add(new SqliteParameter("@offset", criteria.Offset));
        _parameters.Add(new SqliteParameter("@most", SearchCriteria.MaxTotal));
    }

    public object[] Parameters => [.. _parameters];

    public string Page => $"SELECT m.* FROM {_tables} WHERE {string.Join(" AND ", _conditions)} ORDER BY {_order} DESC LIMIT @limit OFFSET @offset";

    public string Total => $"SELECT COUNT(*) AS \"Value\" FROM (SELECT 1 FROM {_tables} WHERE {string.Join(" AND ", _conditions)} LIMIT @most)";

    /// <summary>Each word is quoted, and holds nothing but letters, digits and their marks: so none is an operator.</summary>
    private static string MatchOf(SearchText text) =>
        string.Join(' ', text.Words.Select(word => $"\"{word}\"")) + (text.EndsInBeginning ? "*" : "");

    private void Add(string condition, string name, object value)
    {
        _conditions.Add(condition);
        _parameters.Add(new SqliteParameter(name, value));
    }
}
