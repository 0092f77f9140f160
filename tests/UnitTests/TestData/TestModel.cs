using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Eliza.UnitTests.TestData;

/// <summary>Answers as OpenAI's chat completions do, streamed.</summary>
internal static class TestModel
{
    /// <summary>Says the pieces one by one and comes to an end.</summary>
    public static Func<HttpContext, Task> Saying(params string[] pieces) => async context =>
    {
        await BeginAsync(context);
        foreach (var piece in pieces) await SayAsync(context, piece);
        await EndAsync(context);
    };

    public static async Task BeginAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await SendAsync(context, Chunk(new { role = "assistant", content = "" }, null));
    }

    public static Task SayAsync(HttpContext context, string piece) => SendAsync(context, Chunk(new { content = piece }, null));

    public static async Task EndAsync(HttpContext context, string reason = "stop")
    {
        await SendAsync(context, Chunk(new { }, reason));
        await SendAsync(context, "[DONE]");
    }

    public static async Task SendAsync(HttpContext context, string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    /// <summary>The messages of a request to the model.</summary>
    public static List<(string? Role, string? Text)> MessagesOf(TakenRequest request) => [.. request.Json.GetProperty("messages").EnumerateArray()
        .Select(message => (message.GetProperty("role").GetString(), TextOf(message.GetProperty("content"))))];

    private static string? TextOf(JsonElement content) =>
        content.ValueKind is JsonValueKind.Array ? content[0].GetProperty("text").GetString() : content.GetString();

    private static string Chunk(object delta, string? reason) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion.chunk",
        created = 1_700_000_000,
        model = "test-model",
        choices = new[] { new { index = 0, delta, finish_reason = reason } },
    });
}
