using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Eliza.Benchmarks.Common;

/// <summary>Makes over HTTP what a benchmark needs: channels, agents, sessions, single messages.</summary>
public sealed class ApiClient : IDisposable
{
    /// <summary>The agent that is there from the start, and answers within the server.</summary>
    public static readonly Guid Eliza = new("e112a000-0000-4000-8000-000000000001");

    private readonly HttpClient _http;

    public ApiClient(BenchedServer server)
    {
        _http = new HttpClient { BaseAddress = server.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", BenchedServer.Key);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A public channel without agents.</summary>
    public async Task<Guid> CreateChannelAsync(string name)
    {
        var answer = await PostAsync("/api/messaging/channels", new { name });
        return answer.GetProperty("data").GetProperty("channel").GetProperty("id").GetGuid();
    }

    /// <summary>So many channels, named by numbers.</summary>
    public async Task<IReadOnlyList<Guid>> CreateChannelsAsync(string name, int count)
    {
        var channels = new Guid[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => channels[i] = await CreateChannelAsync($"{name}-{i}"));
        return channels;
    }

    /// <summary>An agent that runs elsewhere: runs are stored for it and wait until it fetches them, which here it never does.</summary>
    public async Task<Guid> CreateRemoteAgentAsync(string name)
    {
        var answer = await PostAsync("/api/agents", new { name, kind = "remote" });
        return answer.GetProperty("data").GetProperty("id").GetGuid();
    }

    public Task AddAgentAsync(Guid channel, Guid agentId) => PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId });

    /// <summary>A session that lasts a day.</summary>
    public async Task<Guid> OpenSessionAsync(Guid agentId, Guid userId)
    {
        var answer = await PostAsync("/api/messaging/sessions", new { agentId, userId, timeoutConfig = new { timeoutMinutes = 1440, maxDurationMinutes = 2880 } });
        return answer.GetProperty("sessionId").GetGuid();
    }

    public Task SubmitAsync(Guid channel, string content) => PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content });

    /// <summary>Waits until the server says that it is well.</summary>
    public async Task WaitUntilHealthyAsync()
    {
        while (true)
        {
            using var answer = await _http.GetAsync(new Uri("/health", UriKind.Relative));
            if (answer.IsSuccessStatusCode) return;
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }
}
