using System.Text;
using Eliza.FunctionalTests.Contract.Hostile;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Access;

/// <summary>
/// A tour of all that the server answers, well and badly asked, in which every word is a secret; then a look at the log.
/// </summary>
/// <remarks>
/// Routes and fields are the server's own lists, so new ones take part by themselves, with requests that are mostly refused.
/// What should succeed with its secrets, or gives secrets out (keys, tokens), is added to <see cref="TalkAsync"/>.
/// </remarks>
[Trait("Database", "Sqlite")]
public sealed class LogSecrecyTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string RequestLine = "Eliza.WebApi.Hosting.RequestLog";

    /// <summary>It takes nothing in which a secret would fit, and a real server does what it is told.</summary>
    private const string Stop = "/api/server/stop";

    private readonly UsedSecrets _secrets = new();

    [Fact]
    public async Task Log_AtItsMostTalkative_HoldsNoSecret()
    {
        var channel = await TalkAsync(factory.Api);
        await KnockEverywhereAsync(factory.Api, channel);
        await KnockEverywhereAsync(factory.Anonymous, channel);
        await KnockWithWrongCredentialsAsync(factory.CreateClient);
        await factory.Posted.WaitForAnswersAsync(channel, 1);
        _secrets.Add(ApiFactory.Key);

        var last = await LastLineAsync(factory.Api, id => factory.Log.WaitForAsync(line => line.Contains(RequestLine) && line.Contains(id)));

        last.ShouldStartWith("Information");
        factory.Log.Lines.ShouldContain(line => line.StartsWith("Debug") && line.Contains("SubmitMessageCommand"));
        _secrets.ShouldNotBeIn(factory.Log.Lines);
    }

    [Fact]
    public async Task Output_OfARealServer_HoldsNoSecretAndOneLineForEachRequest()
    {
        using var folder = new TemporaryFolder();
        var key = _secrets.Next("bootstrap-key");
        await using var server = await ServerProcess.StartAsync(folder.Path, new Dictionary<string, string>
        {
            ["Auth__BootstrapApiKey"] = key,
            ["Auth__Jwt__SigningKey"] = _secrets.Next("signing-key"),
            ["RateLimiting__Enabled"] = "false",
        });
        var api = server.CreateApi(key);

        var channel = await TalkAsync(api);
        await KnockEverywhereAsync(api, channel);
        await KnockWithWrongCredentialsAsync(() => new HttpClient { BaseAddress = server.Address });
        var id = $"last-{Guid.CreateVersion7():N}";
        await SendAsync(api, "GET", "/api/agents", null, id);
        (await server.TerminateAsync()).ShouldBe(0);

        var lines = server.Output.Split('\n');
        lines.Where(line => line.Contains(id)).ShouldHaveSingleItem().ShouldContain("GET /api/agents: 200 ok by bootstrap (key:00000000-0000-0000-0000-000000000000) in ");
        lines.ShouldNotContain(line => line.Contains("fail:"));
        _secrets.ShouldNotBeIn(lines);
    }

    /// <summary>What succeeds, and a few things that are refused for what they say.</summary>
    private async Task<Guid> TalkAsync(Api api)
    {
        var channel = await PostAsync(api, "/api/messaging/channels", new { name = _secrets.Next("channel"), description = _secrets.Next("description"), metadata = Json("note") }, 201);
        await PostAsync(api, "/api/messaging/channels", new { name = _secrets.Next("bad name!") }, 400);
        await PostAsync(api, $"/api/messaging/channels/{channel}/agents", new { agentId = Api.Eliza }, 200);
        await PostAsync(api, $"/api/messaging/channels/{channel}/agents", new { agentId = _secrets.Next("agent") }, 404);
        await PostAsync(api, $"/api/messaging/channels/{channel}/participants", new { userId = _secrets.Next("user"), name = _secrets.Next("display-name") }, 201);
        await PostAsync(api, "/api/messaging/submit", Message(channel, $"My {_secrets.Next("content")} is sad"), 201);
        await PostAsync(api, "/api/messaging/submit", Message(channel, $"<script>{_secrets.Next("markup")}</script>"), 400);
        await PostAsync(api, "/api/messaging/submit", Message(Guid.CreateVersion7(), _secrets.Next("lost-content")), 404);
        await SendAsync(api, "POST", "/api/messaging/submit", $"{{\"content\":\"{_secrets.Next("cut-off")}");
        await SendAsync(api, "POST", "/api/messaging/submit", $"{{\"{_secrets.Next("key")}\":1,\"content\":\"{new string('x', 100_000)}\"}}");
        await SendAsync(api, "GET", $"/api/messaging/channels/{channel}/messages?before={_secrets.Next("before")}&limit={_secrets.Next("limit")}", null);
        var file = await api.UploadAsync(channel, MediaSamples.Png, _secrets.Next("uploaded") + ".png");
        (await api.GetAsync(file.ShouldBe(200).Data.GetProperty("url").GetString()!)).ShouldBe(200);
        (await api.UploadAsync(channel, MediaSamples.Html, _secrets.Next("refused") + ".png")).ShouldBe(415);
        await CredentialsAsync(api, channel);
        return channel;
    }

    /// <summary>Keys and tokens: made, rotated, used, mistyped.</summary>
    private async Task CredentialsAsync(Api api, Guid channel)
    {
        var key = await MakeAsync(api, "/api/auth/keys", new { name = "back end", kind = "service", scopes = new[] { "admin" } }, "key");
        var id = (await api.GetAsync("/api/auth/keys?limit=100")).ShouldBe(200).Data.GetProperty("keys").EnumerateArray().Last().GetProperty("id").GetString();
        var rotated = await MakeAsync(api, $"/api/auth/keys/{id}/rotate", new { gracePeriodSeconds = 600 }, "key");
        var agent = await MakeAsync(api, "/api/auth/keys", new { name = "agent", kind = "agent", agentId = Api.Eliza, scopes = new[] { "messages:write" } }, "key");
        var token = await MakeAsync(api, "/api/auth/token", new { userId = "ada", name = "Ada" }, "token");
        foreach (var credential in new[] { key, rotated, agent, token })
        {
            await KnockAsync(api, credential, channel);
            await KnockAsync(api, credential[..^1], channel);
        }
    }

    private async Task KnockAsync(Api api, string credential, Guid channel)
    {
        using var client = new HttpClient { BaseAddress = api.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new("Bearer", credential);
        await SendAsync(new Api(client), "GET", $"/api/messaging/channels/{channel}/messages", null);
        await SendAsync(new Api(client), "POST", "/api/messaging/submit", System.Text.Json.JsonSerializer.Serialize(Message(channel, _secrets.Next("said-by-credential"))));
    }

    private async Task<string> MakeAsync(Api api, string path, object body, string field)
    {
        var secret = (await api.PostAsync(path, body, _secrets.Next("making-key"))).Data.GetProperty(field).GetString()!;
        _secrets.Add(secret);
        return secret;
    }

    private object Message(Guid channel, string content) => new
    {
        channel_id = channel,
        author_id = _secrets.Next("author"),
        content,
        source_type = _secrets.Next("source"),
        raw_message = _secrets.Next("raw-message"),
        metadata = Json("metadata"),
        attachments = new[] { new { url = $"https://files.example/{_secrets.Next("file")}.png", name = _secrets.Next("file-name") + ".png", title = _secrets.Next("title") } },
    };

    private Dictionary<string, string> Json(string what) => new() { [_secrets.Next(what + "-key")] = _secrets.Next(what) };

    /// <summary>Every route with a secret wherever one fits: in its path, its query, its headers, and each field of its body.</summary>
    private async Task KnockEverywhereAsync(Api api, Guid channel)
    {
        foreach (var route in ServerRoute.AllOf(factory.Services).Where(route => route.Pattern != Stop))
        {
            var query = string.Join('&', route.Query.Select(parameter => parameter.Name).Append("token").Select(name => $"{name}={_secrets.Next("query")}"));
            await SendAsync(api, route.Method, $"{route.PathWith(_ => _secrets.Next("path"))}?{query}", null);
            await SendAsync(api, route.Method, $"{route.PathWith(_ => $"{channel}").TrimEnd('/')}/{_secrets.Next("longer-path")}", null);
            await SendAsync(api, _secrets.Next("method").ToUpperInvariant(), route.PathWith(_ => $"{channel}"), null);
            foreach (var field in route.BodyType is null ? [] : BodyField.AllOf(route.BodyType, channel))
                await SendAsync(api, route.Method, route.PathWith(_ => $"{channel}"), field.With($"\"{_secrets.Next("field")}\""));
        }
        await SendAsync(api, "GET", $"/{_secrets.Next("unknown-path")}/{_secrets.Next("unknown-path")}?{_secrets.Next("unknown-query")}", null);
    }

    private async Task KnockWithWrongCredentialsAsync(Func<HttpClient> createClient)
    {
        foreach (var (name, value) in new[] { ("Authorization", "Bearer {0}"), ("Authorization", "Basic {0}"), ("Authorization", "{0}"), ("X-API-Key", "{0}"), ("Cookie", "session={0}") })
        {
            using var client = createClient();
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value.Replace("{0}", _secrets.Next("credential"), StringComparison.Ordinal));
            await SendAsync(new Api(client), "GET", "/api/agents", null);
            await SendAsync(new Api(client), "POST", "/api/messaging/submit", $"{{\"content\":\"{_secrets.Next("unread")}\"}}");
        }
    }

    private async Task<Guid> PostAsync(Api api, string path, object body, int status)
    {
        var answer = (await SendAsync(api, "POST", path, System.Text.Json.JsonSerializer.Serialize(body))).ShouldBe(status);
        return status == 201 && answer.Data.TryGetProperty("id", out var id) && id.TryGetGuid(out var guid) ? guid : Guid.Empty;
    }

    private async Task<string> LastLineAsync(Api api, Func<string, Task<string>> find)
    {
        var id = $"last-{Guid.CreateVersion7():N}";
        await SendAsync(api, "GET", "/api/agents", null, id);
        return await find(id);
    }

    /// <summary>Sends it with secrets in all the headers that may hold one.</summary>
    private async Task<Answer> SendAsync(Api api, string method, string path, string? body, string? requestId = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Idempotency-Key", _secrets.Next("idempotency-key"));
        request.Headers.Add("User-Agent", _secrets.Next("user-agent"));
        request.Headers.Add("Referer", $"https://{_secrets.Next("referer")}.example/");
        request.Headers.Add("X-Request-Id", requestId ?? _secrets.Next("not an id"));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBeLessThan(500, text);
        return new Answer((int)response.StatusCode, text, new Dictionary<string, string>());
    }
}
