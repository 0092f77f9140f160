using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>What tests of sessions do again and again.</summary>
internal static class SessionApi
{
    public const string Root = "/api/messaging/sessions";
    public const string Ada = "550e8400-e29b-41d4-a716-446655440000";

    /// <summary>Opens a session of a person with Eliza.</summary>
    public static async Task<JsonElement> OpenAsync(this Api api, string userId = Ada, object? timeoutConfig = null, object? metadata = null) =>
        (await api.PostAsync(Root, new { agentId = Api.Eliza, userId, timeoutConfig, metadata })).ShouldBe(201).Json;

    /// <summary>Opens a session and gives its id.</summary>
    public static async Task<Guid> OpenIdAsync(this Api api, string userId = Ada, object? timeoutConfig = null) => (await api.OpenAsync(userId, timeoutConfig)).Id();

    public static Task<Answer> ReadAsync(this Api api, Guid session) => api.GetAsync($"{Root}/{session}");

    public static Task<Answer> BeatAsync(this Api api, Guid session) => api.SendAsync(HttpMethod.Post, $"{Root}/{session}/heartbeat", null);

    public static Task<Answer> RenewAsync(this Api api, Guid session) => api.SendAsync(HttpMethod.Post, $"{Root}/{session}/renew", null);

    public static Task<Answer> ChangeAsync(this Api api, Guid session, object body) => api.PatchAsync($"{Root}/{session}/timeout", body);

    public static Task<Answer> EndAsync(this Api api, Guid session) => api.DeleteAsync($"{Root}/{session}");

    public static Guid Id(this JsonElement session) => session.GetProperty("sessionId").GetGuid();

    public static Guid Channel(this JsonElement session) => session.GetProperty("channelId").GetGuid();

    public static int Renewals(this JsonElement session) => session.GetProperty("renewalCount").GetInt32();

    public static long TimeLeft(this JsonElement session) => session.GetProperty("timeRemaining").GetInt64();

    public static bool IsNearEnd(this JsonElement session) => session.GetProperty("isNearExpiration").GetBoolean();

    /// <summary>A moment as sessions tell it: ISO 8601 in UTC, to the millisecond.</summary>
    public static DateTimeOffset Time(this JsonElement element, string name)
    {
        var text = element.GetProperty(name).GetString()!;
        text.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$", name);
        return DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    public static void ShouldBeGone(this Answer answer, Guid session) =>
        answer.ShouldBeError(410, "SESSION_EXPIRED").Details.ShouldStartWith($"Session with ID '{session}' expired at ");

    public static void ShouldBeUnknown(this Answer answer, string session) =>
        answer.ShouldBeError(404, "SESSION_NOT_FOUND").Details.ShouldBe($"Session with ID '{session}' does not exist");
}
