using Eliza.Application.Messages;
using Eliza.Domain.Messages;

namespace Eliza.Infrastructure.Messages;

/// <summary>How a database searches: the parts of <see cref="SearchSql"/> that each writes in its own way. Messages are <c>m</c>, their channels <c>c</c>.</summary>
internal interface ISearchDialect
{
    /// <summary>The column by which a channel's messages stand in order, and in which its spans of time are ranges.</summary>
    const string Stamp = "m.\"Stamp\"";

    /// <summary>The column by which all messages stand in order.</summary>
    const string Sequence = "m.\"Sequence\"";

    /// <summary>A condition that holds for channels which are not private.</summary>
    string IsOpen { get; }

    /// <summary>Whether a page and a count read little whatever is stored, since what they read they find.</summary>
    bool Ends(SearchCriteria criteria);

    /// <summary>How many messages are looked through at most where a search does not end by itself: the newest that its index gives.</summary>
    int Reach(SearchCriteria criteria);

    /// <summary>The tables, joined.</summary>
    string Tables(SearchCriteria criteria);

    /// <summary>The column by which messages stand in order: <see cref="Stamp"/>, or one with the values of <see cref="Sequence"/>.</summary>
    string Order(SearchCriteria criteria);

    /// <summary>A condition that holds for messages with all of the words.</summary>
    /// <param name="words">The place of the parameter that <see cref="WordsOf"/> gives.</param>
    string Matches(string words);

    string WordsOf(SearchText text);

    /// <summary>A page of what stands in an order, newest first.</summary>
    /// <param name="columns">What is read.</param>
    /// <param name="found">The tables, and the conditions upon them.</param>
    /// <param name="order">The column of the order.</param>
    /// <param name="limit">The place of the parameter, or the number.</param>
    /// <param name="offset">The place of the parameter, or the number.</param>
    string Page(string columns, string found, string order, string limit, string offset);

    /// <summary>How many there are, as a column <c>Value</c> of 64 bits.</summary>
    /// <param name="found">The tables, and the conditions upon them.</param>
    /// <param name="most">The place of the parameter: so many are counted at most.</param>
    string Total(string found, string most);

    /// <summary>What the newest messages are counted among that a search looks through: one table or index, and conditions upon it.</summary>
    /// <param name="matches">The condition of <see cref="Matches"/>; null where no words are looked for.</param>
    /// <param name="channel">The condition upon the channel; null where it does not matter.</param>
    /// <param name="span">Conditions upon the order.</param>
    string LookedThrough(string? matches, string? channel, IReadOnlyList<string> span);
}
