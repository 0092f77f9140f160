using System.Net.WebSockets;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>Who is let in, by what it presents.</summary>
public sealed class ConnectTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Handshake = "/socket.io/?EIO=4&transport=polling";

    public static TheoryData<string> WrongAuths =>
    [
        "null", "{}", """{"token":""}""", """{"token":"Bearer "}""", """{"token":5}""", """{"token":null,"apiKey":[]}""", """{"token":"wrong"}""",
        """{"apiKey":"eliza_service_wrong"}""", """{"token":"a.b.c"}""", """{"token":"Bearer wrong"}""", """{"token":"\u0000"}""", $$"""{"token":"{{new string('x', 100_000)}}"}""",
    ];

    [Theory]
    [MemberData(nameof(WrongAuths))]
    public async Task Connect_WithoutAGoodCredential_IsRefusedWithTheCode(string auth)
    {
        await using var socket = await TestSocket.OpenAsync(factory);
        (await socket.ConnectAsync(auth == "null" ? null : System.Text.Json.JsonElement.Parse(auth))).ShouldBeRefused("AUTHENTICATION_FAILED");
    }

    [Fact]
    public async Task Connect_InEachWay_TellsWhoItIs()
    {
        var token = await factory.Api.IssueTokenAsync("ada", "Ada");
        var key = await factory.Api.CreateKeyAsync(new { name = "crm", kind = "service", scopes = new[] { "messages:read" } });
        (object? Auth, (string, string)[] Headers, string Kind)[] ways =
        [
            (new { token }, [], "user"), (new { token = $"Bearer {token}" }, [], "user"), (new { token = $"bearer  {token} " }, [], "user"), (new { token = key }, [], "service"),
            (new { apiKey = key }, [], "service"), (null, [("Authorization", $"Bearer {token}")], "user"), (null, [("X-API-Key", key)], "service"),
            (new { token = "", apiKey = "" }, [("X-API-Key", key)], "service"), (new { token = "Bearer " }, [("X-API-Key", key)], "service"),
            (new { token, entityId = "ada" }, [("X-API-Key", key)], "user"),
        ];

        foreach (var (auth, headers, kind) in ways)
        {
            await using var socket = await TestSocket.OpenAsync(factory, headers);
            var connected = await socket.ConnectAsync(auth);
            connected.Name.ShouldBe("connect", $"{auth}");
            var told = await socket.HearAsync("authenticated");
            (told.Text("kind"), told.Text("socketId")).ShouldBe((kind, connected.Text("sid")));
            if (kind == "user") told.Text("entityId").ShouldBe("ada");
            (await socket.HearAsync("connection_established")).Text("socketId").ShouldBe(connected.Text("sid"));
        }
    }

    [Fact]
    public async Task Connect_AsSomebodyElse_IsForServicesAlone()
    {
        await using var eve = await TestSocket.OpenAsync(factory);
        (await eve.ConnectAsync(new { token = await factory.Api.IssueTokenAsync("eve"), entityId = "ada" })).ShouldBeRefused("PERMISSION_DENIED");
        await using var service = await TestSocket.OpenAsync(factory);
        (await service.ConnectAsync(new { token = ApiFactory.Key, entityId = "ada" })).Name.ShouldBe("connect");
    }

    [Fact]
    public async Task Connection_LeavesALineInTheLogAtBothEndsAndNoSecret()
    {
        var secrets = new UsedSecrets();
        var token = secrets.Add(await factory.Api.IssueTokenAsync("log-reader"));
        var channel = await factory.Api.CreateRoomAsync();
        string id;
        await using (var socket = await TestSocket.OpenAsync(factory))
        {
            id = (await socket.ConnectAsync(new { token })).Text("sid");
            await socket.JoinAsync(channel);
            await socket.SayAsync(channel, secrets.Next("text"));
            await socket.AskAsync("2", new { roomId = channel, message = secrets.Next("message"), messageId = "a b", senderName = secrets.Next("name") });
            await socket.AskAsync(secrets.Next("event"), secrets.Next("payload"));
            await socket.AskAsync("join", new { roomId = secrets.Next("room") });
        }

        await factory.Log.WaitForAsync(line => line.Contains($"Socket {id} of user:log-reader is gone: Transport"));
        factory.Log.Lines.ShouldContain(line => line.StartsWith("Information") && line.Contains($"Socket {id} connected by user:log-reader"));
        secrets.ShouldNotBeIn(factory.Log.Lines);
    }

    [Fact]
    public async Task Handshake_FromAnotherSite_IsRefusedUnlessItIsAllowed()
    {
        await using var allowing = new AllowingFactory();
        var own = new Uri(allowing.Anonymous.Client.BaseAddress!.ToString()).GetLeftPart(UriPartial.Authority);
        foreach (var origin in new[] { own, own.Replace("http:", "https:"), "https://app.example.com", "HTTPS://APP.example.com" }) (await HandshakeAsync(origin)).ShouldBe(200);
        foreach (var origin in new[] { "https://evil.example", "https://app.example.com.evil.example", "http://app.example.com", "null", "https://app.example.com:444", "x" })
        {
            var refused = (await HandshakeAsync(origin)).ShouldBe(403);
            refused.Json.GetProperty("code").GetInt32().ShouldBe(4);
            await Should.ThrowAsync<WebSocketException>(() => TestSocket.OpenAsync(allowing, ("Origin", origin)));
        }
        await using var welcome = await TestSocket.OpenAsync(allowing, ("Origin", "https://app.example.com"));
        (await welcome.ConnectAsync(new { token = ApiFactory.Key })).Name.ShouldBe("connect");

        async Task<Answer> HandshakeAsync(string origin)
        {
            using var client = allowing.CreateClient();
            client.DefaultRequestHeaders.TryAddWithoutValidation("Origin", origin);
            return await new Api(client).GetAsync(Handshake);
        }
    }

    private sealed class AllowingFactory : ApiFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Cors:AllowedOrigins", "https://app.example.com");
        }
    }
}
