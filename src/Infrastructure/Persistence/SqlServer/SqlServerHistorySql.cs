using Eliza.Infrastructure.Messages;

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <summary>The page is read by itself, so that the index gives it in its order and ends with it.</summary>
internal sealed class SqlServerHistorySql : IHistorySql
{
    public string NewestFirst { get; } = Page("DESC");

    public string OldestFirst { get; } = Page("ASC");

    private static string Page(string direction) => $"""
        SELECT c."MessageCount", {ChannelMessageRow.Columns}
        FROM "Channels" c OUTER APPLY (
            SELECT * FROM "Messages" WHERE "ChannelId" = c."Id" AND "Stamp" < @before AND "Stamp" > @after ORDER BY "Stamp" {direction}
            OFFSET @offset ROWS FETCH NEXT @limit ROWS ONLY) m
        WHERE c."Id" = @channel ORDER BY m."Stamp" {direction}
        """;
}
