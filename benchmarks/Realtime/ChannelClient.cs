using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Eliza.Benchmarks.Realtime;

/// <summary>Makes channels and posts to them over HTTP.</summary>
internal sealed class ChannelClient : IDisposable
{
    private readonly HttpClient _http;

    public ChannelClient(BenchedServer server)
    {
        _http = new HttpClient { BaseAddress = server.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", BenchedServer.Key);
    }

    public void Dispose() => _http.Dispose();

    public async Task<Guid> CreateAsync(string name)
    {
        using var answer = await _http.PostAsJsonAsync("/api/messaging/channels", new { name });
        var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("data").GetProperty("channel").GetProperty("id").GetGuid();
    }

    public async Task PostAsync(Guid channel, string content)
    {
        using var answer = await _http.PostAsJsonAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content });
        answer.EnsureSuccessStatusCode();
    }
}
