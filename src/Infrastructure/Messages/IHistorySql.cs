namespace Eliza.Infrastructure.Messages;

/// <summary>
/// How a database reads a page of a channel. The statement gives the channel's counter and, for each message of the page, its columns; one
/// row with nulls for an empty page, and none when there is no channel. Its parameters are channel, before, after, limit and offset.
/// </summary>
internal interface IHistorySql
{
    string NewestFirst { get; }

    string OldestFirst { get; }
}
