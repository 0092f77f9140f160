using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>What tests of messages in sessions do again and again.</summary>
internal static class SessionTalk
{
    public static string MessagesOf(Guid session) => $"{Root}/{session}/messages";

    /// <summary>Opens a session of a person with an agent.</summary>
    public static async Task<JsonElement> OpenWithAsync(this Api api, string agentId, object? timeoutConfig = null) =>
        (await api.PostAsync(Root, new { agentId, userId = Ada, timeoutConfig })).ShouldBe(201).Json;

    /// <summary>Sends a message in a session.</summary>
    public static Task<Answer> TellAsync(this Api api, Guid session, object body) => api.PostAsync(MessagesOf(session), body);

    /// <summary>Sends a message in a session under an idempotency key.</summary>
    public static Task<Answer> TellAsync(this Api api, Guid session, object body, string key) => api.PostAsync(MessagesOf(session), body, key);

    /// <summary>Sends a message in a session and listens to the events that answer it.</summary>
    public static Task<ReplyStream> FollowAsync(this Api api, Guid session, object body, string? key = null) =>
        ReplyStream.OpenAsync(api, MessagesOf(session), body, key);

    /// <summary>What was said in a session, at most a hundred messages, oldest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> SaidAsync(this Api api, Guid session) =>
        [.. (await api.GetAsync($"{MessagesOf(session)}?limit=100")).ShouldBe(200).Json.GetProperty("messages").EnumerateArray().Reverse()];

    /// <summary>What was said in a session, oldest first, once it is that much.</summary>
    public static async Task<IReadOnlyList<JsonElement>> SaidAsync(this Api api, Guid session, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var said = await api.SaidAsync(session);
            if (said.Count >= count) return said;
            await again.WaitForNextTickAsync(patience.Token);
        }
    }

    public static Guid MessageId(this JsonElement message) => message.GetProperty("id").GetGuid();

    public static string Content(this JsonElement message) => message.GetProperty("content").GetString()!;

    /// <summary>What the agent replied; null when the answer tells of no reply.</summary>
    public static string? ReplyIn(this Answer answer) =>
        answer.ShouldBe(201).Json.TryGetProperty("agentResponse", out var reply) ? reply.GetProperty("text").GetString() : null;
}
