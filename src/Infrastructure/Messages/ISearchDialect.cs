using Eliza.Application.Messages;
using Eliza.Domain.Messages;

namespace Eliza.Infrastructure.Messages;

/// <summary>How a database searches: the parts of <see cref="SearchSql"/> that each writes in its own way. Messages are <c>m</c>, their channels <c>c</c>.</summary>
internal interface ISearchDialect
{
    /// <summary>A condition that holds for channels which are not private.</summary>
    string IsOpen { get; }

    /// <summary>The tables, joined.</summary>
    string Tables(SearchCriteria criteria);

    /// <summary>The column by which messages stand in order.</summary>
    string Order(SearchCriteria criteria);

    /// <summary>A condition that holds for messages with all of the words.</summary>
    /// <param name="words">The place of the parameter that <see cref="WordsOf"/> gives.</param>
    string Matches(string words);

    string WordsOf(SearchText text);

    /// <summary>A page of the messages.</summary>
    /// <param name="found">The tables, and the conditions upon them.</param>
    /// <param name="order">The column of the order, newest first.</param>
    /// <param name="limit">The place of the parameter.</param>
    /// <param name="offset">The place of the parameter.</param>
    string Page(string found, string order, string limit, string offset);

    /// <summary>How many there are, as a column <c>Value</c> of 64 bits.</summary>
    /// <param name="found">The tables, and the conditions upon them.</param>
    /// <param name="most">The place of the parameter: so many are counted at most.</param>
    string Total(string found, string most);
}
