using System.Net.ServerSentEvents;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Feeds;

/// <summary>Listens to a stream of events. Who disposes of it has gone away.</summary>
internal sealed class EventListener : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private EventListener(HttpResponseMessage answer, Stream body)
    {
        _answer = answer;
        _events = SseParser.Create(body).EnumerateAsync(Token).GetAsyncEnumerator(Token);
    }

    /// <summary>The id of the last event that had one: what a client sends when it comes back.</summary>
    public string LastId { get; private set; } = "";

    public HttpResponseMessage Answer => _answer;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string PathOf(Guid channel, string query = "") => $"/api/messaging/channels/{channel}/events{query}";

    /// <summary>Listens to a channel from now on, or from behind what it knows; the answer has told that it listens.</summary>
    public static Task<EventListener> OpenAsync(Api api, Guid channel, string? lastEventId = null) => OpenAsync(api, PathOf(channel), lastEventId);

    public static async Task<EventListener> OpenAsync(Api api, string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var listener = new EventListener(answer, await answer.Content.ReadAsStreamAsync(Token));
        (await listener.NextAsync()).Type.ShouldBe("channel_joined");
        return listener;
    }

    /// <summary>The next event.</summary>
    public async Task<Told> NextAsync() => await TryNextAsync() ?? throw new InvalidOperationException("The stream has ended.");

    /// <summary>The next event, which must be of that type.</summary>
    public async Task<Told> NextAsync(string type)
    {
        var told = await NextAsync();
        told.Type.ShouldBe(type, $"{told.Data}");
        return told;
    }

    /// <summary>So many events, in their order.</summary>
    public async Task<IReadOnlyList<Told>> TakeAsync(int count)
    {
        var told = new List<Told>();
        while (told.Count < count) told.Add(await NextAsync());
        return told;
    }

    /// <summary>All events up to one of that type, it included.</summary>
    public async Task<IReadOnlyList<Told>> UntilAsync(string type)
    {
        var told = new List<Told> { await NextAsync() };
        while (told[^1].Type != type) told.Add(await NextAsync());
        return told;
    }

    /// <summary>All events that still come, until the server ends the stream.</summary>
    public async Task<IReadOnlyList<Told>> RestAsync()
    {
        var told = new List<Told>();
        while (await TryNextAsync() is { } next) told.Add(next);
        return told;
    }

    /// <summary>The next event; null when the stream has ended.</summary>
    public async Task<Told?> TryNextAsync()
    {
        if (!await _events.MoveNextAsync().AsTask().WaitAsync(Patience, Token)) return null;
        var item = _events.Current;
        if (item.EventId is { Length: > 0 } id) LastId = id;
        return new Told(item.EventType, item.EventId, JsonDocument.Parse(item.Data).RootElement);
    }

    public void Dispose() => _answer.Dispose();

    /// <summary>An event as it came.</summary>
    internal sealed record Told(string Type, string? Id, JsonElement Data)
    {
        public string? Text(string field) => Data.GetProperty(field).GetString();

        public Guid Guid(string field) => Data.GetProperty(field).GetGuid();
    }
}
