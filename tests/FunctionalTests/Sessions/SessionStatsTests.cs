using System.Text.Json;
using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>What operators see of all sessions. Each test has a server of its own: it counts.</summary>
public sealed class SessionStatsTests
{
    [Fact]
    public async Task List_OfNothing_IsEmpty()
    {
        await using var factory = new SessionFactory();
        (await factory.Api.GetAsync(Root)).ShouldBe(200).Text
            .ShouldBe("""{"sessions":[],"total":0,"stats":{"totalSessions":0,"activeSessions":0,"expiredSessions":0}}""");
    }

    [Fact]
    public async Task List_OfAllSorts_HasThoseThatLastAndCountsTheOthersForADay()
    {
        await using var factory = new SessionFactory();
        var api = factory.Api;
        var (expired, deleted) = (await api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 5 }), await api.OpenIdAsync());
        var (shorter, longer) = (await api.OpenAsync(timeoutConfig: new { timeoutMinutes = 1000 }), await api.OpenAsync(timeoutConfig: new { timeoutMinutes = 1440, maxDurationMinutes = 2880 }));
        (await api.EndAsync(deleted)).ShouldBe(200);
        factory.Time.Advance(TimeSpan.FromMinutes(5));

        var list = (await api.GetAsync(Root)).ShouldBe(200).Json;
        list.GetProperty("sessions").EnumerateArray().Select(session => session.Id()).ShouldBe([longer.Id(), shorter.Id()]);
        list.GetProperty("sessions")[0].GetRawText().ShouldBe((await api.ReadAsync(longer.Id())).Text);
        list.GetProperty("total").GetInt32().ShouldBe(2);
        ShouldCount(list, total: 3, active: 2, expired: 1);

        await factory.InTimeAsync(factory.Told.WaitForEndAsync(expired));
        ShouldCount((await api.GetAsync(Root)).ShouldBe(200).Json, total: 3, active: 2, expired: 1);
        (await api.BeatAsync(longer.Id())).ShouldBe(200);
        factory.Time.Advance(TimeSpan.FromHours(24));
        ShouldCount((await api.GetAsync(Root)).ShouldBe(200).Json, total: 2, active: 0, expired: 2);
    }

    [Fact]
    public async Task List_InPages_HasEachOnce()
    {
        await using var factory = new SessionFactory();
        var api = factory.Api;
        var opened = new List<Guid>();
        foreach (var minutes in new[] { 9, 8, 8, 8, 7 }) opened.Add(await api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = minutes }));

        var pages = new List<Guid>();
        for (var offset = 0; offset < 6; offset += 2)
        {
            var page = (await api.GetAsync($"{Root}?limit=2&offset={offset}")).ShouldBe(200).Json;
            page.GetProperty("total").GetInt32().ShouldBe(5);
            pages.AddRange(page.GetProperty("sessions").EnumerateArray().Select(session => session.Id()));
        }

        pages.ShouldBe(opened, ignoreOrder: true);
        (pages[0], pages[^1]).ShouldBe((opened[0], opened[^1]));
        foreach (var query in new[] { "limit=0", "limit=101", "offset=-1", "limit=x" }) (await api.GetAsync($"{Root}?{query}")).ShouldBeError(400, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task Health_InItsForm_CountsWhatLastsAndWhatEndsSoon()
    {
        await using var factory = new SessionFactory();
        var api = factory.Api;
        var soon = await api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 10, warningThresholdMinutes = 6 });
        await api.OpenIdAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(4));

        var health = (await api.GetAsync($"{Root}/health")).ShouldBe(200).Json;
        health.EnumerateObject().Select(field => field.Name).ShouldBe(["status", "activeSessions", "timestamp", "expiringSoon", "uptime"]);
        health.Text("status").ShouldBe("healthy");
        health.Time("timestamp").ShouldBe(factory.Time.GetUtcNow());
        health.GetProperty("uptime").GetDouble().ShouldBe(240, 60);
        ShouldTell(health, active: 2, soon: 1);

        // Warned or not, it ends soon; when it is over, it is neither.
        await factory.InTimeAsync(factory.Told.WaitForWarningsAsync(soon, 1));
        ShouldTell((await api.GetAsync($"{Root}/health")).Json, active: 2, soon: 1);
        factory.Time.Advance(TimeSpan.FromMinutes(6));
        ShouldTell((await api.GetAsync($"{Root}/health")).Json, active: 1, soon: 0);
    }

    private static void ShouldCount(JsonElement list, int total, int active, int expired) => list.GetProperty("stats").GetRawText()
        .ShouldBe($$"""{"totalSessions":{{total}},"activeSessions":{{active}},"expiredSessions":{{expired}}}""");

    private static void ShouldTell(JsonElement health, int active, int soon) =>
        (health.GetProperty("activeSessions").GetInt32(), health.GetProperty("expiringSoon").GetInt32()).ShouldBe((active, soon));
}
