using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Eliza.Benchmarks.Baselines.Naive;

/// <summary>The row of a request's answer, column by column that of the server's own table.</summary>
internal sealed class StoredAnswer
{
    private static readonly long Lifetime = (long)TimeSpan.FromHours(24).TotalMilliseconds;

    public required string Id { get; init; }

    public required string Fingerprint { get; init; }

    public required string Body { get; init; }

    public required string MessageId { get; init; }

    public long ExpiresAt { get; init; }

    public static StoredAnswer Of(string key, MessageBody body, MessageAnswer answer, StoredMessage message) => new()
    {
        Id = HashOf(key),
        Fingerprint = HashOf(body.Content),
        Body = JsonSerializer.Serialize(answer, MessageJson.Default.MessageAnswer),
        MessageId = message.Id,
        ExpiresAt = message.CreatedAt + Lifetime,
    };

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
