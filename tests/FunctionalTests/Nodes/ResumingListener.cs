using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Eliza.FunctionalTests.Nodes;

/// <summary>
/// Listens to a channel's event stream on one node, always: when the stream breaks it comes back to that node as soon as it can, and goes on behind the
/// last event that it heard. What cannot all be told it reads from the history, as it is asked to.
/// </summary>
internal sealed class ResumingListener : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Longer than the server's silences between two signs of life.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(20);

    private readonly NodeGroup _nodes;
    private readonly int _node;
    private readonly Guid _channel;
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Guid> _heard = [];
    private readonly TaskCompletionSource _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _lastId;
    private Task _listening = Task.CompletedTask;

    private ResumingListener(NodeGroup nodes, int node, Guid channel)
    {
        (_nodes, _node, _channel) = (nodes, node, channel);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", NodeGroup.Key);
    }

    /// <summary>The messages of the channel, in the order in which they were told.</summary>
    public IReadOnlyList<Guid> Heard
    {
        get
        {
            lock (_heard) return [.. _heard];
        }
    }

    /// <summary>How often it came back.</summary>
    public int Returns { get; private set; }

    /// <summary>How often it had to read the history.</summary>
    public int Resyncs { get; private set; }

    /// <summary>Begins to listen, and returns when it is heard that the stream is open.</summary>
    public static async Task<ResumingListener> StartAsync(NodeGroup nodes, int node, Guid channel)
    {
        var listener = new ResumingListener(nodes, node, channel);
        listener._listening = Task.Run(listener.ListenAsync);
        await Task.WhenAny(listener._listens.Task, listener._listening);
        return listener;
    }

    /// <summary>Returns when it has heard what is stored, or does not any more; throws when it cannot go on.</summary>
    public async Task CatchUpAsync(int count, TimeSpan patience)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var late = new CancellationTokenSource(patience);
        while (Heard.Count < count && !_listening.IsCompleted && !late.IsCancellationRequested) await again.WaitForNextTickAsync();
        if (_listening.IsFaulted) await _listening;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync();
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                // The node is gone, or says that it is not the time, or has been silent for too long.
            }
            Returns++;
            await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until the stream ends.</summary>
    private async Task ListenOnceAsync()
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        silence.CancelAfter(LongestSilence);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_nodes[_node].Address, $"/api/messaging/channels/{_channel}/events"));
        if (_lastId is not null) request.Headers.Add("Last-Event-ID", _lastId);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
        if ((int)answer.StatusCode is not (502 or 503)) answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode}");
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(silence.Token);
        await foreach (var told in SseParser.Create(body).EnumerateAsync(silence.Token))
        {
            silence.CancelAfter(LongestSilence);
            if (told.EventType is "channel_joined") _listens.TrySetResult();
            if (told.EventType is "messageBroadcast") Hear(JsonElement.Parse(told.Data).GetProperty("id").GetGuid(), told.EventId!);
            if (told.EventType is not "resync") continue;
            Resyncs++;
            await ReadHistoryAsync(silence.Token);
            return;
        }
    }

    /// <summary>What was said behind the last message that it knows; it then listens from behind that.</summary>
    private async Task ReadHistoryAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var after = _heard.Count == 0 ? "0" : $"{_heard[^1]}";
            using var answer = await _http.GetAsync(new Uri(_nodes[_node].Address, $"/api/messaging/channels/{_channel}/messages?limit=100&after={after}"), cancellationToken);
            answer.EnsureSuccessStatusCode();
            var page = JsonElement.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)).GetProperty("data").GetProperty("messages").EnumerateArray().ToList();
            foreach (var id in page.Select(message => message.GetProperty("id").GetGuid())) Hear(id, $"{id}");
            if (page.Count == 0) return;
        }
    }

    private void Hear(Guid message, string eventId)
    {
        _lastId = eventId;
        lock (_heard) _heard.Add(message);
    }
}
