using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.RateLimiting;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>What clients send over connections draws on the same buckets as their requests.</summary>
public sealed class SocketLimitsTests : IClassFixture<LimitedFactory>
{
    private const string Polling = "/socket.io/?EIO=4&transport=polling";

    private readonly LimitedFactory _factory;

    public SocketLimitsTests(LimitedFactory factory)
    {
        _factory = factory;
        factory.Refill();
    }

    [Theory]
    [InlineData("join", """{"roomId":"general"}""")]
    [InlineData("2", """{"roomId":"general","message":"Hello"}""")]
    [InlineData("leave", """{"roomId":"general"}""")]
    [InlineData("leave", "7")]
    [InlineData("no such event", "[]")]
    [InlineData("2", """{"roomId":"general","message":"Hello","entityId":"bob"}""")]
    [InlineData("subscribe_logs", "{}")]
    public async Task Events_BeyondTheLimitOfAPerson_AreRefusedUntilThen(string name, string payload)
    {
        await using var socket = await TestSocket.ConnectAsync(_factory, "user:ada");
        var sent = $"[\"{name}\",{payload}]";
        for (var number = 0; number < LimitedFactory.User; number++) CodeOf(await socket.AskRawAsync(sent)).ShouldNotBe("RATE_LIMIT_EXCEEDED");

        var refused = await socket.AskRawAsync(sent);

        refused.ShouldBeRefused("RATE_LIMIT_EXCEEDED").ShouldStartWith("The user limit of ");
        refused.GetProperty("retryAfter").GetInt32().ShouldBe(20);
        var error = await socket.HearAsync("messageError", heard => heard.Text("code") == "RATE_LIMIT_EXCEEDED");
        error.Data.GetProperty("retryAfter").GetInt32().ShouldBe(20);
        (await _factory.As("user:ada").GetAsync("/api/agents")).ShouldBeRefused("user").ShouldBe(20);
        _factory.Time.Advance(TimeSpan.FromSeconds(20));
        CodeOf(await socket.AskRawAsync(sent)).ShouldNotBe("RATE_LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task Client_WhoseEventsAreRefusedInARow_IsDisconnected()
    {
        await using var socket = await TestSocket.ConnectAsync(_factory, "service:crm");
        const string Sent = "[\"leave\",{\"roomId\":\"x\"}]";
        await SpendAsync(LimitedFactory.Service, refused: 99);
        _factory.Time.Advance(TimeSpan.FromSeconds(12));
        await SpendAsync(1, refused: 100);
        await socket.Ended;
        (await socket.HearAsync("messageError", 199)).ShouldAllBe(heard => heard.Text("code") == "RATE_LIMIT_EXCEEDED");

        async Task SpendAsync(int done, int refused)
        {
            for (var number = 0; number < done; number++) (await socket.AskRawAsync(Sent)).ShouldBeDone();
            for (var number = 0; number < refused; number++) (await socket.AskRawAsync(Sent)).ShouldBeRefused("RATE_LIMIT_EXCEEDED");
        }
    }

    [Fact]
    public async Task Requests_OfAPerson_LeaveLessForItsEvents()
    {
        await using var socket = await TestSocket.ConnectAsync(_factory, "user:ada");
        await LimitHeaders.RepeatAsync(LimitedFactory.User, async () => (await _factory.As("user:ada").GetAsync("/api/agents")).ShouldBe(200));
        (await socket.AskAsync("leave", new { roomId = "x" })).ShouldBeRefused("RATE_LIMIT_EXCEEDED");
        await using var other = await TestSocket.ConnectAsync(_factory, "user:bob");
        (await other.AskAsync("leave", new { roomId = "x" })).ShouldBeDone();
    }

    [Fact]
    public async Task Handshakes_AndFailedAttempts_DrawOnTheAddress()
    {
        await using var socket = await TestSocket.OpenAsync(_factory);
        for (var number = 0; number < LimitedFactory.Address - 1; number++) (await socket.ConnectAsync(new { token = "wrong" })).ShouldBeRefused("AUTHENTICATION_FAILED");

        await socket.SendAsync("40{\"token\":\"user:ada\"}");
        (await socket.HearAsync(heard => heard.Name == "connect_error" && heard.Text("message") != socket.Heard[0].Text("message"))).ShouldBeRefused("RATE_LIMIT_EXCEEDED");
        (await _factory.Anonymous.GetAsync(Polling)).ShouldBeRefused("address");
        await using var service = await TestSocketOfServiceAsync();
        (await service.AskAsync("leave", new { roomId = "x" })).ShouldBeDone();
    }

    [Fact]
    public async Task Polls_OfAKnownSession_AreFreeAndTellTheLimits()
    {
        var opened = (await _factory.Anonymous.GetAsync(Polling)).ShouldBe(200);
        opened.Left("address").ShouldBe(LimitedFactory.Address - 1);
        var session = $"{Polling}&sid={SidIn(opened)}";
        for (var number = 0; number < 2 * LimitedFactory.Address; number++)
        {
            (await _factory.Anonymous.PostRawAsync(session, "40{\"token\":\"service:crm\"}", "text/plain")).ShouldBe(200).Left("address").ShouldBe(LimitedFactory.Address - 1);
            (await _factory.Anonymous.GetAsync(session)).ShouldBe(200).ShouldTellLimits().ShouldBe(["address"]);
            (await _factory.Anonymous.PostRawAsync(session, "41", "text/plain")).ShouldBe(200);
        }
        (await _factory.Anonymous.GetAsync(Polling + "&sid=unknown")).ShouldBe(400).Left("address").ShouldBe(LimitedFactory.Address - 2);
    }

    [Fact]
    public async Task Requests_OfAKnownSession_ThatAreNoPolls_DrawOnTheAddress()
    {
        var sid = SidIn((await _factory.Anonymous.GetAsync(Polling)).ShouldBe(200));
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, $"{Polling}&sid={sid}");
            using var answer = await _factory.Anonymous.Client.SendAsync(request, TestContext.Current.CancellationToken);
            answer.Headers.ShouldContain(header => header.Key == "X-RateLimit-Limit");
        }
        var upgrade = $"/socket.io/?EIO=4&transport=websocket&sid={sid}";
        using (var socket = await SocketClient.ConnectAsync(_factory.Anonymous.Client.BaseAddress!.Port, upgrade)) socket.Socket.Abort();
        (await _factory.Anonymous.GetAsync("/api/server/ping")).Left("address").ShouldBe(LimitedFactory.Address - 5);

        await LimitHeaders.RepeatAsync(LimitedFactory.Address - 5, () => _factory.Anonymous.GetAsync("/api/server/ping"));
        (await _factory.Anonymous.GetAsync(upgrade)).ShouldBeRefused("address");
        await Should.ThrowAsync<System.Net.WebSockets.WebSocketException>(() => SocketClient.ConnectAsync(_factory.Anonymous.Client.BaseAddress!.Port, upgrade));
        (await _factory.Anonymous.PostRawAsync($"{Polling}&sid={sid}", "40", "text/plain")).ShouldBe(200);
    }

    [Fact]
    public async Task Polls_OfAKnownSession_LookNobodyUp()
    {
        var ada = _factory.As("user:ada");
        var session = $"{Polling}&sid={SidIn((await ada.GetAsync(Polling)).ShouldBe(200))}";
        var before = _factory.Callers.LookUps;
        (await ada.PostRawAsync(session, "40{\"token\":\"user:ada\"}", "text/plain")).ShouldBe(200);
        (await ada.GetAsync(session)).ShouldBe(200);
        (_factory.Callers.LookUps - before).ShouldBe(1, "CONNECT looks its own up, and nothing else does.");
    }

    [Fact]
    public async Task Events_OfAService_LeaveTheAddressAlone()
    {
        await using var service = await TestSocketOfServiceAsync();
        await LimitHeaders.RepeatAsync(LimitedFactory.Service - 1, async () => (await service.AskAsync("leave", new { roomId = "x" })).ShouldBeDone());
        (await service.AskAsync("leave", new { roomId = "x" })).ShouldBeRefused("RATE_LIMIT_EXCEEDED").ShouldStartWith("The service limit of ");
        (await _factory.Anonymous.GetAsync("/health")).Left("address").ShouldBe(LimitedFactory.Address);
    }

    /// <summary>A service that shows its key in the headers: the handshake draws on its own bucket, and on no address.</summary>
    private async Task<TestSocket> TestSocketOfServiceAsync()
    {
        var socket = await TestSocket.OpenAsync(_factory, ("X-API-Key", "service:shop"));
        (await socket.ConnectAsync(null)).Name.ShouldBe("connect");
        return socket;
    }

    private static string SidIn(Answer opened) => System.Text.Json.JsonElement.Parse(opened.Text[1..]).GetProperty("sid").GetString()!;

    private static string? CodeOf(System.Text.Json.JsonElement ack) =>
        ack.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null;
}
