using Eliza.Infrastructure.Messages;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>The channel comes first, and its messages if there are any: so its counter is there even where a page is empty.</summary>
internal sealed class SqliteHistorySql : IHistorySql
{
    public string NewestFirst { get; } = Page("DESC");

    public string OldestFirst { get; } = Page("ASC");

    private static string Page(string direction) => $"""
        SELECT c."MessageCount", {ChannelMessageRow.Columns}
        FROM "Channels" c LEFT JOIN "Messages" m ON m."ChannelId" = c."Id" AND m."Stamp" < @before AND m."Stamp" > @after
        WHERE c."Id" = @channel ORDER BY m."Stamp" {direction} LIMIT @limit OFFSET @offset
        """;
}
