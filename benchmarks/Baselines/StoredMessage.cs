namespace Eliza.Benchmarks.Baselines;

/// <summary>The row of a message, column by column that of the server's own table, in the server's own encoding.</summary>
internal sealed class StoredMessage
{
    public long Sequence { get; set; }

    public required string Id { get; init; }

    public required string ChannelId { get; init; }

    public required string Author { get; init; }

    public int AuthorKind { get; init; }

    public required string Content { get; init; }

    public string? InReplyTo { get; init; }

    public string? ThreadId { get; init; }

    public required string SourceType { get; init; }

    public required string Mentions { get; init; }

    public required string Attachments { get; init; }

    public required string Metadata { get; init; }

    public string? Raw { get; init; }

    public long CreatedAt { get; init; }

    public long? EditedAt { get; init; }

    public int Links { get; init; }

    public long Stamp { get; init; }

    public static StoredMessage Of(MessageBody body, Guid id, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        return new StoredMessage
        {
            Id = IdText(id),
            ChannelId = IdText(body.ChannelId),
            Author = body.AuthorId,
            Content = body.Content,
            SourceType = body.SourceType ?? "user_message",
            Mentions = "[]",
            Attachments = "[]",
            Metadata = body.Metadata?.GetRawText() ?? "{}",
            Raw = body.RawMessage?.GetRawText(),
            CreatedAt = at,
            Stamp = at,
        };
    }

    private static string IdText(Guid id) => id.ToString().ToUpperInvariant();
}
