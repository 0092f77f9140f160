using System.Net.Http.Json;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Agents;

/// <summary>What tests of agents do again and again.</summary>
internal static class AgentApi
{
    public static Task<Answer> PatchAsync(this Api api, string path, object body) => api.SendAsync(HttpMethod.Patch, path, JsonContent.Create(body));

    public static Task<Answer> PostAsync(this Api api, string path) => api.SendAsync(HttpMethod.Post, path, null);

    /// <summary>Makes an agent and gives its id, a UUID.</summary>
    public static async Task<string> CreateAgentAsync(this Api api, string kind = "remote", string name = "Parry", object? settings = null) =>
        (await api.PostAsync("/api/agents", new { name, kind, settings })).ShouldBe(201).Data.GetProperty("id").GetString()!;

    /// <summary>Makes an open channel with agents in it.</summary>
    public static async Task<Guid> CreateChannelWithAsync(this Api api, params string[] agents)
    {
        var channel = await api.CreateChannelAsync($"c{Guid.CreateVersion7():N}");
        foreach (var agentId in agents) (await api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId })).ShouldBe(200);
        return channel;
    }

    public static async Task<IReadOnlyList<JsonElement>> FetchAsync(this Api api, string agent, string query = "limit=20") =>
        [.. (await api.GetAsync($"/api/agents/{agent}/inbox?{query}")).ShouldBe(200).Data.GetProperty("items").EnumerateArray()];

    public static async Task<IReadOnlyList<JsonElement>> RunsAsync(this Api api, string agent, string query = "limit=100") =>
        [.. (await api.GetAsync($"/api/agents/{agent}/runs?{query}")).ShouldBe(200).Data.GetProperty("runs").EnumerateArray()];

    /// <summary>Posts what an agent says and gives the message's id.</summary>
    public static async Task<Guid> SayAsync(this Api api, Guid channel, string agent, string content, Guid? inReplyTo = null) =>
        (await api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = agent, content, in_reply_to_message_id = inReplyTo }))
            .ShouldBe(201).Data.GetProperty("id").GetGuid();

    public static Task<Answer> CompleteAsync(this Api api, string agent, Guid room, string user, string prompt) =>
        api.PostAsync("/api/messaging/complete", new { agentId = agent, roomId = room, userId = user, prompt });

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
