using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>A client of the gateway: speaks Socket.IO over a WebSocket, and keeps all that it hears, in its order.</summary>
internal sealed class TestSocket : IAsyncDisposable
{
    private const string ConnectError = "connect_error";
    private const string Connected = "connect";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Lock _lock = new();
    private readonly List<HeardEvent> _heard = [];
    private readonly Dictionary<int, TaskCompletionSource<JsonElement>> _acks = [];
    private TaskCompletionSource _next = New();
    private Task _reading = Task.CompletedTask;
    private int _lastAck;

    /// <summary>Everything that was heard so far.</summary>
    public IReadOnlyList<HeardEvent> Heard
    {
        get
        {
            lock (_lock) return [.. _heard];
        }
    }

    /// <summary>Completes when the connection has ended, and everything that came before is heard.</summary>
    public Task Ended => _reading.WaitAsync(Patience);

    /// <summary>Opens a connection that has not said who it is.</summary>
    public static Task<TestSocket> OpenAsync(ApiFactory factory, params (string Name, string Value)[] headers) => OpenAsync(factory.Anonymous.Client.BaseAddress!, headers);

    /// <summary>Opens a connection to a server, to which it has not said who it is.</summary>
    public static async Task<TestSocket> OpenAsync(Uri server, params (string Name, string Value)[] headers)
    {
        var client = new TestSocket();
        client._socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        client._socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers) client._socket.Options.SetRequestHeader(name, value);
        var address = new UriBuilder(server) { Scheme = "ws", Path = "/socket.io/", Query = "EIO=4&transport=websocket" };
        await client._socket.ConnectAsync(address.Uri, TestContext.Current.CancellationToken).WaitAsync(Patience);
        client._reading = Task.Run(client.ReadAsync);
        return client;
    }

    /// <summary>A connected client with a key or a token.</summary>
    public static Task<TestSocket> ConnectAsync(ApiFactory factory, string credential = ApiFactory.Key) => ConnectAsync(factory.Anonymous.Client.BaseAddress!, credential);

    /// <summary>A connected client of a server with a key or a token.</summary>
    public static async Task<TestSocket> ConnectAsync(Uri server, string credential)
    {
        var client = await OpenAsync(server);
        (await client.ConnectAsync(new { token = credential })).Name.ShouldBe(Connected);
        return client;
    }

    /// <summary>A connected client of a person.</summary>
    public static async Task<TestSocket> OfUserAsync(ApiFactory factory, string userId) => await ConnectAsync(factory, await factory.Api.IssueTokenAsync(userId));

    /// <summary>Says who it is: <c>connect</c>, or <c>connect_error</c> with why not.</summary>
    public async Task<HeardEvent> ConnectAsync(object? auth)
    {
        await SendAsync("40" + (auth is null ? "" : JsonSerializer.Serialize(auth)));
        return await HearAsync(heard => heard.Name is Connected or ConnectError);
    }

    public Task EmitAsync(string name, params object?[] arguments) => SendAsync("42" + JsonSerializer.Serialize<object?[]>([name, .. arguments]));

    /// <summary>Emits an event, and gives what it is acknowledged with.</summary>
    public Task<JsonElement> AskAsync(string name, params object?[] arguments) => AskRawAsync(JsonSerializer.Serialize<object?[]>([name, .. arguments]));

    /// <summary>Emits an event that is written already, and gives what it is acknowledged with.</summary>
    public async Task<JsonElement> AskRawAsync(string json)
    {
        var number = Interlocked.Increment(ref _lastAck);
        var ack = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _acks[number] = ack;
        await SendAsync($"42{number}{json}");
        await Task.WhenAny(ack.Task, _reading).WaitAsync(Patience);
        ack.Task.IsCompleted.ShouldBeTrue("the connection ended");
        return await ack.Task;
    }

    /// <summary>Sends an Engine.IO packet just as it is written.</summary>
    public async Task SendAsync(string packet)
    {
        await _sending.WaitAsync(Patience);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(packet), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).WaitAsync(Patience);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The first event of that name, and sort, once it is heard.</summary>
    public Task<HeardEvent> HearAsync(string name, Func<HeardEvent, bool>? isIt = null) => HearAsync(heard => heard.Name == name && isIt?.Invoke(heard) is not false);

    public async Task<HeardEvent> HearAsync(Func<HeardEvent, bool> isIt) => (await HearAsync(isIt, 1))[0];

    /// <summary>All events of a name once that many are heard.</summary>
    public Task<IReadOnlyList<HeardEvent>> HearAsync(string name, int count) => HearAsync(heard => heard.Name == name, count);

    /// <summary>Returns when everything is heard that the server told it before: an answer comes behind that.</summary>
    public async Task CatchUpAsync() => await AskAsync("leave", new { roomId = Guid.Empty });

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task<IReadOnlyList<HeardEvent>> HearAsync(Func<HeardEvent, bool> isIt, int count)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                var found = _heard.Where(isIt).ToList();
                if (found.Count >= count) return found;
                next = _next.Task;
            }
            if (await Task.WhenAny(next, _reading).WaitAsync(Patience) == _reading && !next.IsCompleted)
            {
                if (Heard.Count(isIt) < count) throw new InvalidOperationException("The connection ended; heard: " + string.Join(' ', Heard.Select(heard => heard.Name)));
            }
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (part.MessageType is WebSocketMessageType.Close) return;
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage) continue;
                await TakeAsync(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length));
                message.SetLength(0);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The connection is cut, by either side.
        }
    }

    private async Task TakeAsync(string packet)
    {
        if (packet is "2") await SendAsync("3");
        if (packet is not ['4', var kind, ..]) return;
        var rest = packet[2..];
        if (kind is '0' or '4') Keep(new HeardEvent(kind is '0' ? Connected : ConnectError, JsonElement.Parse(rest)));
        else if (kind is '1') Keep(new HeardEvent("disconnect", default));
        else if (kind is '2')
        {
            var data = JsonElement.Parse(rest);
            Keep(new HeardEvent(data[0].GetString()!, data.GetArrayLength() > 1 ? data[1] : default));
        }
        else if (kind is '3')
        {
            var digits = rest.IndexOf('[', StringComparison.Ordinal);
            lock (_lock) _acks[int.Parse(rest[..digits])].TrySetResult(JsonElement.Parse(rest[digits..])[0]);
        }
    }

    private void Keep(HeardEvent heard)
    {
        lock (_lock)
        {
            _heard.Add(heard);
            _next.SetResult();
            _next = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
