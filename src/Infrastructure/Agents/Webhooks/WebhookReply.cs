using System.Text.Json;
using System.Text.Unicode;
using Eliza.Application.Agents;

namespace Eliza.Infrastructure.Agents.Webhooks;

/// <summary>Reads what a webhook answers: a JSON object in UTF-8 whose <c>text</c> (or <c>content</c>, or <c>message</c>) is the reply.</summary>
internal static class WebhookReply
{
    private const int MaxBytes = 64 * 1024;

    private static readonly string[] Names = ["text", "content", "message"];
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };
    private static readonly AgentAnswer NotUnderstood = AgentAnswer.Failed("The webhook's answer is not a JSON object with a text");

    public static async Task<AgentAnswer> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var body = new BoundedStream(await content.ReadAsStreamAsync(cancellationToken), MaxBytes);
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellationToken);
        return Read(bytes.ToArray());
    }

    internal static AgentAnswer Read(byte[] body)
    {
        if (body.Length == 0) return AgentAnswer.Nothing;
        if (!Utf8.IsValid(body)) return NotUnderstood;
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            return json.RootElement.ValueKind is JsonValueKind.Object ? Read(json.RootElement) : NotUnderstood;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter is what becomes of half a surrogate pair in an escape.
            return NotUnderstood;
        }
    }

    private static AgentAnswer Read(JsonElement answer)
    {
        foreach (var name in Names)
        {
            if (!answer.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) continue;
            if (value.ValueKind is not JsonValueKind.String) return NotUnderstood;
            var text = value.GetString();
            return string.IsNullOrWhiteSpace(text) ? AgentAnswer.Nothing : new AgentAnswer(text, null);
        }
        return AgentAnswer.Nothing;
    }
}
