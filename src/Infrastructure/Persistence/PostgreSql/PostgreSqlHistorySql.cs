using Eliza.Infrastructure.Messages;

namespace Eliza.Infrastructure.Persistence.PostgreSql;

/// <summary>The page is read by itself, so that the index gives it in its order and ends with it: joined as a whole, a channel would be sorted.</summary>
internal sealed class PostgreSqlHistorySql : IHistorySql
{
    public string NewestFirst { get; } = Page("DESC");

    public string OldestFirst { get; } = Page("ASC");

    private static string Page(string direction) => $"""
        SELECT c."MessageCount", {ChannelMessageRow.Columns}
        FROM "Channels" c LEFT JOIN LATERAL (
            SELECT * FROM "Messages" WHERE "ChannelId" = c."Id" AND "Stamp" < @before AND "Stamp" > @after ORDER BY "Stamp" {direction} LIMIT @limit OFFSET @offset) m ON TRUE
        WHERE c."Id" = @channel ORDER BY m."Stamp" {direction}
        """;
}
