using System.Net.Http.Json;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Messages;

/// <summary>What tests of messages ask again and again.</summary>
internal static class MessageCalls
{
    public static Task<Answer> PatchAsync(this Api api, string path, object body) => api.SendAsync(HttpMethod.Patch, path, JsonContent.Create(body));

    public static Task<Answer> EditAsync(this Api api, Guid message, string content) => api.PatchAsync($"/api/messaging/messages/{message}", new { content });

    public static async Task<Guid> CreatePrivateAsync(this Api api, params string[] members)
    {
        var channel = (await api.PostAsync("/api/messaging/channels", new { name = $"private-{Guid.CreateVersion7():N}", type = "group" }))
            .ShouldBe(201).Data.GetProperty("id").GetGuid();
        foreach (var member in members) await api.JoinAsync(channel, member);
        return channel;
    }

    public static Task<Guid> CreateOpenAsync(this Api api, bool withEliza = false) => api.CreateChannelAsync($"open-{Guid.CreateVersion7():N}", withEliza);

    /// <summary>The total that the channel's counter tells.</summary>
    public static async Task<long> CountAsync(this Api api, Guid channel) =>
        (await api.GetAsync($"/api/messaging/channels/{channel}/messages?limit=1")).ShouldBe(200).Data.GetProperty("pagination").GetProperty("total").GetInt64();

    public static IReadOnlyList<string> Texts(this JsonElement data) =>
        [.. data.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString()!)];
}
