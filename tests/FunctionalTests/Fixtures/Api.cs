using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Speaks to the server as a client does: literal paths, JSON in, JSON out.</summary>
public sealed class Api(HttpClient client)
{
    public const string Eliza = "e112a000-0000-4000-8000-000000000001";

    public HttpClient Client => client;

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<Answer> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    /// <summary>Sends a body under an idempotency key.</summary>
    public Task<Answer> PostAsync(string path, object body, string idempotencyKey)
    {
        var content = JsonContent.Create(body);
        content.Headers.Add("Idempotency-Key", idempotencyKey);
        return SendAsync(HttpMethod.Post, path, content);
    }

    /// <summary>Sends a body just as it is written.</summary>
    public Task<Answer> PostRawAsync(string path, string body, string contentType = "application/json") =>
        PostRawAsync(path, Encoding.UTF8.GetBytes(body), contentType);

    public Task<Answer> PostRawAsync(string path, byte[] body, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(HttpMethod.Post, path, content);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };

        // A server that refuses a large body does not read it; who writes on meanwhile may find the line cut before the answer is there.
        if (content?.Headers.ContentLength > 1024 * 1024) request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, text, headers);
    }

    /// <summary>Makes a channel and gives its id.</summary>
    public async Task<Guid> CreateChannelAsync(string name, bool withEliza = false)
    {
        var channel = (await PostAsync("/api/messaging/channels", new { name })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        if (withEliza) (await PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = Eliza })).ShouldBe(200);
        return channel;
    }

    /// <summary>Makes an API key and gives its text.</summary>
    public async Task<string> CreateKeyAsync(object body) =>
        (await PostAsync("/api/auth/keys", body)).ShouldBe(201).Data.GetProperty("key").GetString()!;

    /// <summary>Mints a person's token.</summary>
    public async Task<string> IssueTokenAsync(string userId, string? name = null) =>
        (await PostAsync("/api/auth/token", new { userId, name })).ShouldBe(201).Data.GetProperty("token").GetString()!;

    /// <summary>Brings a person into a channel.</summary>
    public async Task JoinAsync(Guid channel, string userId, string role = "member") =>
        (await PostAsync($"/api/messaging/channels/{channel}/participants", new { userId, role })).ShouldBe(201);

    /// <summary>Submits a message of a person and gives its id.</summary>
    public async Task<Guid> SubmitAsync(Guid channel, string content, string author = "user-123") =>
        (await PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = author, content })).ShouldBe(201).Data.GetProperty("id").GetGuid();

    public async Task<IReadOnlyList<JsonElement>> HistoryAsync(Guid channel, string query = "limit=100") =>
        [.. (await GetAsync($"/api/messaging/channels/{channel}/messages?{query}")).ShouldBe(200).Data.GetProperty("messages").EnumerateArray()];
}

/// <summary>What the server answered.</summary>
public sealed record Answer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public string Details => Error("details");

    /// <summary>Whether it is the answer to an earlier request with the same key.</summary>
    public bool WasReplayed => Headers.TryGetValue("Idempotent-Replayed", out var value) && value == "true";

    public Answer ShouldBe(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>A failure in the one envelope, complete, with its request id.</summary>
    public Answer ShouldBeError(int status, string code)
    {
        ShouldBe(status);
        Json.EnumerateObject().Select(field => field.Name).ShouldBe(["success", "error"]);
        Json.GetProperty("success").GetBoolean().ShouldBeFalse();
        Json.GetProperty("error").EnumerateObject().Select(field => field.Name).ShouldBe(["code", "message", "details"]);
        Error("code").ShouldBe(code);
        Error("message").ShouldNotBeNullOrWhiteSpace();
        Error("details").ShouldNotBeNullOrWhiteSpace();
        Headers.TryGetValue("X-Request-Id", out _).ShouldBeTrue();
        Text.ShouldNotContain("   at ");
        Text.ShouldNotContain("Exception");
        return this;
    }

    private string Error(string field) => Json.GetProperty("error").GetProperty(field).GetString()!;
}
