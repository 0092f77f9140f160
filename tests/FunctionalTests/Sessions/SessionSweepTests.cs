using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>What the server does by itself when the time comes.</summary>
public sealed class SessionSweepTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Warning_OfAnEnd_IsGivenOnceAndAnewAfterARenewal()
    {
        var session = await _api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 6, warningThresholdMinutes = 5 });
        await factory.InTimeAsync(factory.Told.WaitForWarningsAsync(session, 1));
        (await _api.ReadAsync(session)).ShouldBe(200).Json.IsNearEnd().ShouldBeTrue();
        (await _api.BeatAsync(session)).ShouldBe(200).Json.IsNearEnd().ShouldBeFalse();
        await factory.InTimeAsync(factory.Told.WaitForWarningsAsync(session, 2));

        await factory.InTimeAsync(factory.Told.WaitForEndAsync(session));

        factory.Told.WarningsOf(session).Count.ShouldBe(2);
        factory.Told.EndsOf(session).ShouldBe(1);
    }

    [Fact]
    public async Task Warning_WhenItIsGiven_TellsWhatIsLeft()
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { timeoutMinutes = 6, warningThresholdMinutes = 5 });
        await factory.InTimeAsync(factory.Told.WaitForWarningsAsync(opened.Id(), 1));

        var warning = factory.Told.WarningsOf(opened.Id()).Single();

        warning.ExpiresAt.ShouldBe(opened.Time("expiresAt"));
        warning.ChannelId.Value.ShouldBe(opened.Channel());
        warning.TimeLeft.ShouldBeInRange(TimeSpan.FromMinutes(4.8), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Ends_OfManyAtOnce_AreEachToldOnce()
    {
        var sessions = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 5 })));
        factory.Time.Advance(TimeSpan.FromMinutes(5));

        await factory.InTimeAsync(Task.WhenAll(sessions.Select(factory.Told.WaitForEndAsync)));

        sessions.Select(factory.Told.EndsOf).ShouldAllBe(times => times == 1);
    }

    /// <summary>The sweeper sleeps by a timer, which hears nothing of a clock that is set forth; who asks for the session wakes it.</summary>
    [Fact]
    public async Task End_ThatIsToldToAClient_IsWrittenDownAtOnce()
    {
        var session = await _api.OpenIdAsync();
        factory.Time.Advance(TimeSpan.FromSeconds(10));
        factory.Time.SetForth(TimeSpan.FromMinutes(30));
        (await _api.ReadAsync(session)).ShouldBeGone(session);
        var told = factory.Time.GetUtcNow();

        await factory.InTimeAsync(factory.Told.WaitForEndAsync(session));

        (factory.Time.GetUtcNow() - told).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Session_WhoseEndCameNearer_IsEndedThen()
    {
        var session = await _api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 1440 });
        var changed = (await _api.ChangeAsync(session, new { timeoutMinutes = 5 })).ShouldBe(200).Json;

        await factory.InTimeAsync(factory.Told.WaitForEndAsync(session));

        (factory.Time.GetUtcNow() - changed.Time("expiresAt")).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
