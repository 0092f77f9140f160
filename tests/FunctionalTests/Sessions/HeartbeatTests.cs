using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

public sealed class HeartbeatTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Beat_OfASessionThatRenewsItself_BeginsItsTimeAnew()
    {
        var opened = await _api.OpenAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(29));

        var beaten = (await _api.BeatAsync(opened.Id())).ShouldBe(200).Json;

        beaten.EnumerateObject().Select(field => field.Name).ShouldBe(opened.EnumerateObject().Select(field => field.Name));
        beaten.Time("lastActivity").ShouldBe(factory.Time.GetUtcNow());
        beaten.Time("expiresAt").ShouldBe(factory.Time.GetUtcNow().AddMinutes(30));
        beaten.Time("createdAt").ShouldBe(opened.Time("createdAt"));
        beaten.Renewals().ShouldBe(1);
        beaten.IsNearEnd().ShouldBeFalse();
        (await _api.ReadAsync(opened.Id())).Text.ShouldBe((await _api.ReadAsync(opened.Id())).Text);
        (await _api.ReadAsync(opened.Id())).Json.Time("expiresAt").ShouldBe(beaten.Time("expiresAt"));
    }

    [Fact]
    public async Task Beat_OfASessionThatDoesNotRenewItself_IsNotedAndNoMore()
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { autoRenew = false });
        factory.Time.Advance(TimeSpan.FromMinutes(29));

        var beaten = (await _api.BeatAsync(opened.Id())).ShouldBe(200).Json;

        beaten.Time("lastActivity").ShouldBe(factory.Time.GetUtcNow());
        beaten.Time("expiresAt").ShouldBe(opened.Time("expiresAt"));
        beaten.Renewals().ShouldBe(0);
        beaten.IsNearEnd().ShouldBeTrue();
    }

    [Fact]
    public async Task Beat_AtTheLongestDuration_IsTakenButRenewsNothing()
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { timeoutMinutes = 30, maxDurationMinutes = 40 });
        factory.Time.Advance(TimeSpan.FromMinutes(20));
        (await _api.BeatAsync(opened.Id())).ShouldBe(200).Json.Time("expiresAt").ShouldBe(opened.Time("createdAt").AddMinutes(40));
        factory.Time.Advance(TimeSpan.FromMinutes(10));

        var beaten = (await _api.BeatAsync(opened.Id())).ShouldBe(200).Json;

        beaten.Renewals().ShouldBe(1);
        beaten.Time("expiresAt").ShouldBe(opened.Time("createdAt").AddMinutes(40));
        factory.Time.Advance(TimeSpan.FromMinutes(10));
        (await _api.BeatAsync(opened.Id())).ShouldBeGone(opened.Id());
    }

    [Fact]
    public async Task Beats_OneAfterTheOther_KeepItAliveUntilItsLongestDuration()
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { timeoutMinutes = 5, maxDurationMinutes = 17 });
        var beats = 0;
        while ((await _api.BeatAsync(opened.Id())).Status == 200)
        {
            beats++;
            factory.Time.Advance(TimeSpan.FromMinutes(4));
        }
        beats.ShouldBe(5);
    }

    [Fact]
    public async Task NearEnd_FromTheThresholdOn_IsToldUntilItIsRenewed()
    {
        var session = await _api.OpenIdAsync(timeoutConfig: new { warningThresholdMinutes = 2.5 });
        factory.Time.Advance(TimeSpan.FromMinutes(27.5) - TimeSpan.FromMilliseconds(1));
        (await _api.ReadAsync(session)).ShouldBe(200).Json.IsNearEnd().ShouldBeFalse();
        factory.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await _api.ReadAsync(session)).ShouldBe(200).Json.IsNearEnd().ShouldBeTrue();

        (await _api.BeatAsync(session)).ShouldBe(200).Json.IsNearEnd().ShouldBeFalse();

        (await _api.ReadAsync(session)).ShouldBe(200).Json.IsNearEnd().ShouldBeFalse();
    }

    [Fact]
    public async Task Beat_WithABody_PassesItOver() =>
        (await _api.PostAsync($"{Root}/{await _api.OpenIdAsync()}/heartbeat", new { timestamp = 1 })).ShouldBe(200).Json.Renewals().ShouldBe(1);
}
