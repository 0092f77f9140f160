using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

namespace Eliza.FunctionalTests.Realtime.EngineIo;

[Trait("Database", "Once")]
public sealed class HandshakeTests
{
    private const string Stranger = "https://stranger.example";

    [Theory]
    [InlineData("/engine.io")]
    [InlineData("/engine.io/")]
    [InlineData("/socket.io")]
    [InlineData("/socket.io/")]
    public async Task Handshake_WhenPolling_TellsTheLimits(string path)
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync(path);

        client.Handshake.GetProperty("upgrades").GetRawText().ShouldBe("[\"websocket\"]");
        client.Handshake.GetProperty("pingInterval").GetInt32().ShouldBe(300);
        client.Handshake.GetProperty("pingTimeout").GetInt32().ShouldBe(200);
        client.Handshake.GetProperty("maxPayload").GetInt32().ShouldBe(1_000_000);
        client.Handshake.EnumerateObject().Count().ShouldBe(5);
        client.Sid.Length.ShouldBe(22, "128 bits in Base64.");
        (app.Server.Engine.IsKnown(client.Sid) || app.Server.Sockets.IsKnown(client.Sid)).ShouldBeTrue();
    }

    [Fact]
    public async Task Handshake_OverAWebSocket_OffersNoUpgrade()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var client = await SocketClient.ConnectAsync(app.Port, "/engine.io/?EIO=4&transport=websocket");
        var handshake = JsonElement.Parse((await client.ReceiveTextAsync())[1..]);
        handshake.GetProperty("upgrades").GetArrayLength().ShouldBe(0);
        app.Server.Engine.IsKnown(handshake.GetProperty("sid").GetString()!).ShouldBeTrue();
    }

    [Theory]
    [InlineData("GET", "EIO=4", 0, "Transport unknown")]
    [InlineData("GET", "EIO=4&transport=abc", 0, "Transport unknown")]
    [InlineData("GET", "EIO=4&transport=polling&transport=websocket", 0, "Transport unknown")]
    [InlineData("GET", "EIO=4&transport=polling&sid=nobody", 1, "Session ID unknown")]
    [InlineData("POST", "EIO=4&transport=polling&sid=nobody", 1, "Session ID unknown")]
    [InlineData("GET", "EIO=4&transport=websocket&sid=nobody", 1, "Session ID unknown")]
    [InlineData("POST", "EIO=4&transport=polling", 2, "Bad handshake method")]
    [InlineData("PUT", "EIO=4&transport=polling", 2, "Bad handshake method")]
    [InlineData("DELETE", "EIO=4&transport=polling", 2, "Bad handshake method")]
    [InlineData("OPTIONS", "EIO=4&transport=polling", 2, "Bad handshake method")]
    [InlineData("POST", "EIO=4&transport=websocket", 2, "Bad handshake method")]
    [InlineData("GET", "EIO=4&transport=websocket", 3, "Bad request")]
    [InlineData("GET", "transport=polling", 5, "Unsupported protocol version")]
    [InlineData("GET", "EIO=3&transport=polling", 5, "Unsupported protocol version")]
    [InlineData("GET", "EIO=abc&transport=polling", 5, "Unsupported protocol version")]
    public async Task Request_WhenItIsNone_SaysWhy(string method, string query, int code, string message)
    {
        await using var app = await RealtimeApp.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/engine.io/?{query}");
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe($$"""{"code":{{code}},"message":"{{message}}"}""");
        app.Server.Engine.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Request_WhenHead_IsRefused()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/engine.io/?EIO=4&transport=polling");
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Handshake_WhenNotAllowed_IsForbidden()
    {
        await using var app = await RealtimeApp.StartAsync(options => options.AllowRequest = context => context.Request.Headers.Origin != Stranger);
        using var client = new SocketClient();
        client.Socket.Options.SetRequestHeader("Origin", Stranger);
        client.Socket.Options.CollectHttpResponseDetails = true;
        await Should.ThrowAsync<WebSocketException>(() =>
            client.Socket.ConnectAsync(new Uri($"ws://127.0.0.1:{app.Port}/engine.io/?EIO=4&transport=websocket"), TestContext.Current.CancellationToken));
        client.Socket.HttpStatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/engine.io/?EIO=4&transport=polling") { Headers = { { "Origin", Stranger } } };
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"code":4,"message":"Forbidden"}""");
        app.Server.Engine.Count.ShouldBe(0);
        await app.PollAsync();
    }

    [Fact]
    public async Task Handshake_WhenTheServerIsFull_Gets503UntilAPlaceIsFree()
    {
        await using var app = await RealtimeApp.StartAsync(options => options.MaxSessions = 2);
        var first = await app.PollAsync();
        using var second = await app.ConnectAsync();

        using var refused = await app.Http.GetAsync("/engine.io/?EIO=4&transport=polling", TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        await Should.ThrowAsync<WebSocketException>(() => app.ConnectAsync());

        await second.SendAsync("1");
        await second.UntilClosedAsync();
        await second.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        await RealtimeApp.UntilAsync(() => app.Server.Engine.Count == 1);
        await app.PollAsync();
        (await first.PostAsync("3")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Answers_OfPolling_AreTextThatNobodyKeeps()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var response = await app.Http.GetAsync("/engine.io/?EIO=4&transport=polling", TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=UTF-8");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Handshake_AsTheHandlerSeesIt_HoldsWhatTheRequestSaid()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/engine.io/?EIO=4&transport=polling&room=a%20b") { Headers = { { "X-Own", "value" } } };
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var handshake = app.Echo.Sessions.Values.ShouldHaveSingleItem().Handshake;
        handshake.Headers["x-own"].ToString().ShouldBe("value");
        handshake.Query["Room"].ToString().ShouldBe("a b");
        handshake.RemoteAddress!.ToString().ShouldBe("127.0.0.1");
        handshake.IsHttps.ShouldBeFalse();
    }
}
