using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>The events that answer a message. Who disposes of it before its end has gone away.</summary>
internal sealed class ReplyStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private ReplyStream(HttpResponseMessage answer, Stream body)
    {
        _answer = answer;
        _events = SseParser.Create(body).EnumerateAsync(Token).GetAsyncEnumerator(Token);
    }

    public HttpResponseMessage Answer => _answer;

    public bool WasReplayed => _answer.Headers.TryGetValues("Idempotent-Replayed", out var values) && values.Single() == "true";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ReplyStream> OpenAsync(Api api, string path, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var answer = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new ReplyStream(answer, await answer.Content.ReadAsStreamAsync(Token));
    }

    /// <summary>The next event, which must be of that type.</summary>
    public async Task<JsonElement> NextAsync(string type)
    {
        (await _events.MoveNextAsync().AsTask().WaitAsync(Patience, Token)).ShouldBeTrue($"the stream ended before {type}");
        _events.Current.EventType.ShouldBe(type, _events.Current.Data);
        return JsonDocument.Parse(_events.Current.Data).RootElement;
    }

    /// <summary>All events that still come: their types and data.</summary>
    public async Task<IReadOnlyList<(string Type, JsonElement Data)>> RestAsync()
    {
        var told = new List<(string, JsonElement)>();
        while (await _events.MoveNextAsync().AsTask().WaitAsync(Patience, Token))
            told.Add((_events.Current.EventType, JsonDocument.Parse(_events.Current.Data).RootElement));
        return told;
    }

    public void Dispose() => _answer.Dispose();
}
