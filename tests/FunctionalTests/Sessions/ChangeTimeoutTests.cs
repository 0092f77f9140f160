using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

public sealed class ChangeTimeoutTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Change_OfOneField_LeavesTheOthersAndCountsFromTheLastActivity()
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { warningThresholdMinutes = 3, maxDurationMinutes = 100 });
        factory.Time.Advance(TimeSpan.FromMinutes(10));

        var changed = (await _api.ChangeAsync(opened.Id(), new { timeoutMinutes = 60 })).ShouldBe(200).Json;

        changed.EnumerateObject().Select(field => field.Name).ShouldBe(opened.EnumerateObject().Select(field => field.Name));
        changed.GetProperty("timeoutConfig").GetRawText().ShouldBe("""{"timeoutMinutes":60,"autoRenew":true,"maxDurationMinutes":100,"warningThresholdMinutes":3}""");
        changed.Time("expiresAt").ShouldBe(opened.Time("createdAt").AddMinutes(60));
        changed.Time("lastActivity").ShouldBe(opened.Time("lastActivity"));
        changed.Renewals().ShouldBe(0);
        changed.TimeLeft().ShouldBe(50 * 60_000);
    }

    [Fact]
    public async Task Change_OfEveryField_InSnakeCase_IsKept()
    {
        var session = await _api.OpenIdAsync();

        (await _api.PatchRawAsync($"{Root}/{session}/timeout", """{"timeout_minutes":10,"auto_renew":false,"max_duration_minutes":20,"warning_threshold_minutes":1}"""))
            .ShouldBe(200);

        (await _api.ReadAsync(session)).Json.GetProperty("timeoutConfig").GetRawText()
            .ShouldBe("""{"timeoutMinutes":10,"autoRenew":false,"maxDurationMinutes":20,"warningThresholdMinutes":1}""");
    }

    [Fact]
    public async Task Change_OfNothing_ChangesNothing()
    {
        var session = await _api.OpenIdAsync();
        var before = (await _api.ReadAsync(session)).Text;
        (await _api.ChangeAsync(session, new { })).ShouldBe(200).Text.ShouldBe(before);
        (await _api.ReadAsync(session)).Text.ShouldBe(before);
    }

    [Fact]
    public async Task Change_ToAShorterDuration_CapsTheEnd()
    {
        var opened = await _api.OpenAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(20));
        (await _api.BeatAsync(opened.Id())).ShouldBe(200);

        (await _api.ChangeAsync(opened.Id(), new { maxDurationMinutes = 35 })).ShouldBe(200).Json.Time("expiresAt").ShouldBe(opened.Time("createdAt").AddMinutes(35));
    }

    [Fact]
    public async Task Change_ToALongerTimeoutThanTheDuration_LengthensThat()
    {
        var session = await _api.OpenIdAsync();
        var config = (await _api.ChangeAsync(session, new { timeoutMinutes = 1000 })).ShouldBe(200).Json.GetProperty("timeoutConfig");
        (config.GetProperty("timeoutMinutes").GetDouble(), config.GetProperty("maxDurationMinutes").GetDouble()).ShouldBe((1000, 1000));
    }

    [Fact]
    public async Task Change_ToNotRenewingItself_CountsFromTheLastRenewal()
    {
        var opened = await _api.OpenAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(10));
        (await _api.BeatAsync(opened.Id())).ShouldBe(200);
        (await _api.ChangeAsync(opened.Id(), new { autoRenew = false })).ShouldBe(200);
        factory.Time.Advance(TimeSpan.FromMinutes(10));

        var beaten = (await _api.BeatAsync(opened.Id())).ShouldBe(200).Json;

        beaten.Time("expiresAt").ShouldBe(opened.Time("createdAt").AddMinutes(40));
        beaten.Renewals().ShouldBe(1);
    }

    [Fact]
    public async Task Change_ThatEndsTheSession_IsToldOnceAndFinal()
    {
        var session = await _api.OpenIdAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(20));

        (await _api.ChangeAsync(session, new { timeoutMinutes = 20 })).ShouldBe(200).Json.TimeLeft().ShouldBe(0);

        (await _api.ChangeAsync(session, new { timeoutMinutes = 60 })).ShouldBeGone(session);
        await factory.Told.WaitForEndAsync(session);
        factory.Told.EndsOf(session).ShouldBe(1);
    }

    [Fact]
    public async Task Change_WithoutABody_Returns400() =>
        (await _api.SendAsync(HttpMethod.Patch, $"{Root}/{await _api.OpenIdAsync()}/timeout", null)).ShouldBeError(400, "VALIDATION_ERROR");
}
