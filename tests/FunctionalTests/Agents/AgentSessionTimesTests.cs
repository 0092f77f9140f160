using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Agents;

/// <summary>How long sessions last: what they say themselves goes before what their agent's settings say, and that before the server's.</summary>
public sealed class AgentSessionTimesTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string User = "7a000000-0000-4000-8000-000000000001";

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("""{"sessionTimeoutMinutes":60,"sessionAutoRenew":false,"sessionMaxDurationMinutes":90,"sessionWarningThresholdMinutes":7.5}""")]
    [InlineData("""{"session_timeout_minutes":60,"session_auto_renew":false,"session_max_duration_minutes":90,"session_warning_threshold_minutes":7.5}""")]
    [InlineData("""{"SESSION_TIMEOUT_MINUTES":"60","SESSION_AUTO_RENEW":"false","SESSION_MAX_DURATION_MINUTES":"90","SESSION_WARNING_THRESHOLD_MINUTES":"7.5"}""")]
    [InlineData("""{"SESSION_TIMEOUT_MINUTES":60,"SESSION_AUTO_RENEW":false,"SESSION_MAX_DURATION_MINUTES":90,"SESSION_WARNING_THRESHOLD_MINUTES":7.5}""")]
    public async Task CreateSession_WhenItSaysNothing_LastsAsTheAgentSays(string settings)
    {
        var created = (await _api.PostRawAsync("/api/agents", $$$"""{"characterJson":{"name":"Parry","settings":{{{settings}}}}}""")).ShouldBe(201).Data;

        foreach (var shown in new[] { created, (await _api.GetAsync($"/api/agents/{created.Text("id")}")).ShouldBe(200).Data }.Select(agent => agent.GetProperty("settings")))
        {
            (shown.GetProperty("sessionTimeoutMinutes").GetDouble(), shown.GetProperty("sessionAutoRenew").GetBoolean()).ShouldBe((60, false));
            (shown.GetProperty("sessionMaxDurationMinutes").GetDouble(), shown.GetProperty("sessionWarningThresholdMinutes").GetDouble()).ShouldBe((90, 7.5));
            shown.TryGetProperty("SESSION_TIMEOUT_MINUTES", out _).ShouldBeFalse();
        }
        var session = await OpenAsync(created.Text("id"));
        Times(session).ShouldBe((60, false, 90, 7.5));
        (session.GetProperty("expiresAt").GetDateTimeOffset() - session.GetProperty("createdAt").GetDateTimeOffset()).ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task CreateSession_WhenItSaysSomeOfIt_GoesBeforeTheAgent()
    {
        var agent = await _api.CreateAgentAsync(settings: new { sessionTimeoutMinutes = 60, sessionAutoRenew = false, sessionMaxDurationMinutes = 90 });

        Times(await OpenAsync(agent, new { timeoutMinutes = 20, autoRenew = true })).ShouldBe((20, true, 90, 5));
        Times(await OpenAsync(agent, new { maxDurationMinutes = 70, warningThresholdMinutes = 2 })).ShouldBe((60, false, 70, 2));
        (await _api.PostAsync("/api/messaging/sessions", new { agentId = agent, userId = User, timeoutConfig = new { maxDurationMinutes = 59 } }))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'timeoutConfig.maxDurationMinutes' must be at least the timeout, which is 60 minutes");
    }

    [Fact]
    public async Task CreateSession_WhenTheAgentSaysNothing_LastsAsTheServerSays() => Times(await OpenAsync(Api.Eliza)).ShouldBe((30, true, 720, 5));

    [Fact]
    public async Task CreateSession_WhenTheAgentsSettingsLieOutsideThePolicy_BringsThemWithin()
    {
        var agent = await _api.CreateAgentAsync();
        const string earlier = """{"session":1,"sessionMax":9000,"sessionWarning":0.5}""";
        await factory.QueryAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Agents" SET "Settings" = {earlier} WHERE "Id" = {agent}"""));

        Times(await OpenAsync(agent)).ShouldBe((5, true, 2880, 1));
    }

    [Fact]
    public async Task UpdateAgent_WithOtherSessionTimes_LeavesOpenSessionsAlone()
    {
        var agent = await _api.CreateAgentAsync(settings: new { sessionTimeoutMinutes = 60, sessionWarningThresholdMinutes = 3 });
        var before = await OpenAsync(agent);

        var changed = (await _api.PatchAsync($"/api/agents/{agent}", new { settings = new { sessionTimeoutMinutes = 10, sessionAutoRenew = false } })).ShouldBe(200).Data;

        changed.GetProperty("settings").GetProperty("sessionWarningThresholdMinutes").GetDouble().ShouldBe(3);
        var open = (await _api.GetAsync($"/api/messaging/sessions/{before.Text("sessionId")}")).ShouldBe(200).Json;
        Times(open).ShouldBe((60, true, 720, 3));
        open.Text("expiresAt").ShouldBe(before.Text("expiresAt"));
        Times(await OpenAsync(agent)).ShouldBe((10, false, 720, 3));
    }

    [Theory]
    [InlineData("""{"sessionTimeoutMinutes":4}""", "Field 'settings.sessionTimeoutMinutes' must be from 5 to 1440 minutes")]
    [InlineData("""{"SESSION_TIMEOUT_MINUTES":"1441"}""", "Field 'settings.SESSION_TIMEOUT_MINUTES' must be from 5 to 1440 minutes")]
    [InlineData("""{"SESSION_TIMEOUT_MINUTES":"an hour"}""", "Field 'settings.SESSION_TIMEOUT_MINUTES' must be a number")]
    [InlineData("""{"SESSION_AUTO_RENEW":"yes"}""", "Field 'settings.SESSION_AUTO_RENEW' must be true or false")]
    [InlineData("""{"sessionMaxDurationMinutes":2881}""", "Field 'settings.sessionMaxDurationMinutes' must be from 5 to 2880 minutes")]
    [InlineData("""{"session_warning_threshold_minutes":0}""", "Field 'settings.session_warning_threshold_minutes' must be from 1 to 2880 minutes")]
    [InlineData("""{"sessionTimeoutMinutes":60,"sessionMaxDurationMinutes":30}""", "Field 'settings.sessionMaxDurationMinutes' must be at least the timeout")]
    [InlineData("""{"sessionTimeoutMinutes":60,"SESSION_TIMEOUT_MINUTES":"60"}""", "Field 'settings.SESSION_TIMEOUT_MINUTES' is given more than once")]
    public async Task CreateAgent_WhenItsSessionTimesAreInvalid_Returns400(string settings, string details) =>
        (await _api.PostRawAsync("/api/agents", $$"""{"name":"Parry","settings":{{settings}}}""")).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Fact]
    public async Task UpdateAgent_WhenTheLongestDurationFallsBelowItsTimeout_Returns400()
    {
        var agent = await _api.CreateAgentAsync(settings: new { sessionTimeoutMinutes = 60 });

        (await _api.PatchAsync($"/api/agents/{agent}", new { settings = new { sessionMaxDurationMinutes = 30 } })).ShouldBeError(400, "VALIDATION_ERROR")
            .Details.ShouldContain("Field 'settings.sessionMaxDurationMinutes' must be at least the timeout, which is 60 minutes");
    }

    private async Task<JsonElement> OpenAsync(string agent, object? timeoutConfig = null) =>
        (await _api.PostAsync("/api/messaging/sessions", new { agentId = agent, userId = User, timeoutConfig })).ShouldBe(201).Json;

    private static (double Timeout, bool AutoRenew, double MaxDuration, double Warning) Times(JsonElement session)
    {
        var times = session.GetProperty("timeoutConfig");
        return (times.GetProperty("timeoutMinutes").GetDouble(), times.GetProperty("autoRenew").GetBoolean(),
            times.GetProperty("maxDurationMinutes").GetDouble(), times.GetProperty("warningThresholdMinutes").GetDouble());
    }
}
