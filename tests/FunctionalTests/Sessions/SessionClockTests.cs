using Eliza.Application.Sessions.KeepTime;
using Eliza.FunctionalTests.Fixtures;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>Clocks are set back. What was told of a session stays true, and none lasts longer for it.</summary>
public sealed class SessionClockTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Clock_SetBackBelowTheEnd_RevivesNothing()
    {
        var session = await _api.OpenIdAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(30));
        (await _api.ReadAsync(session)).ShouldBeGone(session);

        factory.Time.SetBack(TimeSpan.FromMinutes(20));

        (await _api.ReadAsync(session)).ShouldBeGone(session);
        (await _api.BeatAsync(session)).ShouldBeGone(session);
        (await _api.RenewAsync(session)).ShouldBeGone(session);
        (await _api.ChangeAsync(session, new { timeoutMinutes = 60 })).ShouldBeGone(session);
    }

    [Fact]
    public async Task Clock_SetBackWhileItLasts_LengthensNothing()
    {
        var opened = await _api.OpenAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(10));
        (await _api.ReadAsync(opened.Id())).Json.TimeLeft().ShouldBe(20 * 60_000);

        factory.Time.SetBack(TimeSpan.FromHours(5));

        (await _api.ReadAsync(opened.Id())).Json.TimeLeft().ShouldBe(20 * 60_000);
        var beaten = (await _api.BeatAsync(opened.Id())).ShouldBe(200).Json;
        beaten.Time("expiresAt").ShouldBe(opened.Time("createdAt").AddMinutes(40));
        factory.Time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromMilliseconds(1));
        (await _api.ReadAsync(opened.Id())).ShouldBe(200).Json.TimeLeft().ShouldBe(1);
        factory.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await _api.ReadAsync(opened.Id())).ShouldBeGone(opened.Id());
    }

    [Fact]
    public async Task Clock_BehindAfterARestart_RevivesNoSessionThatWasWrittenToBeOver()
    {
        using var folder = new TemporaryFolder();
        Guid told, silent;
        await using (var before = new SessionFactory(folder))
        {
            (told, silent) = (await before.Api.OpenIdAsync(), await before.Api.OpenIdAsync());
            before.Time.Advance(TimeSpan.FromMinutes(30));
            (await before.Api.ReadAsync(told)).ShouldBeGone(told);
            await before.InTimeAsync(Task.WhenAll(before.Told.WaitForEndAsync(told), before.Told.WaitForEndAsync(silent)));
        }

        await using var after = new SessionFactory(folder);

        foreach (var session in new[] { told, silent })
        {
            (await after.Api.ReadAsync(session)).ShouldBeGone(session);
            (await after.Api.BeatAsync(session)).ShouldBeGone(session);
            (await after.Api.RenewAsync(session)).ShouldBeGone(session);
            (await after.Api.ChangeAsync(session, new { timeoutMinutes = 1440 })).ShouldBeGone(session);
            after.Told.EndsOf(session).ShouldBe(0);
        }
        after.Time.Advance(TimeSpan.FromMinutes(30) + TimeSpan.FromHours(24));
        (await after.Api.ReadAsync(told)).ShouldBeUnknown($"{told}");
    }

    [Fact]
    public async Task Clock_BehindAfterARestart_LengthensNoSession()
    {
        using var folder = new TemporaryFolder();
        System.Text.Json.JsonElement opened;
        await using (var before = new SessionFactory(folder))
        {
            opened = await before.Api.OpenAsync(timeoutConfig: new { timeoutMinutes = 30, maxDurationMinutes = 45 });
            before.Time.Advance(TimeSpan.FromMinutes(10));
            (await before.Api.BeatAsync(opened.Id())).ShouldBe(200);
            before.Time.Advance(TimeSpan.FromMinutes(5));
            await KeepTimeAsync(before);
        }

        // Its clock is a quarter of an hour behind, and ten minutes behind the heartbeat.
        await using var after = new SessionFactory(folder);

        (await after.Api.ReadAsync(opened.Id())).ShouldBe(200).Json.TimeLeft().ShouldBe(25 * 60_000);
        var beaten = (await after.Api.BeatAsync(opened.Id())).ShouldBe(200).Json;
        beaten.Time("lastActivity").ShouldBe(opened.Time("createdAt").AddMinutes(15));
        beaten.Time("expiresAt").ShouldBe(opened.Time("createdAt").AddMinutes(45));
        beaten.TimeLeft().ShouldBe(30 * 60_000);
        after.Time.Advance(TimeSpan.FromMinutes(30));
        (await after.Api.ReadAsync(opened.Id())).ShouldBeGone(opened.Id());
    }

    /// <summary>What its sweeper does by itself, once a minute.</summary>
    private static async Task KeepTimeAsync(SessionFactory server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepTimeCommand(), TestContext.Current.CancellationToken)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Clock_AheadAfterARestart_EndsWhatIsOverAndTellsItOnce()
    {
        using var folder = new TemporaryFolder();
        Guid session;
        await using (var before = new SessionFactory(folder)) session = await before.Api.OpenIdAsync();

        await using var after = new SessionFactory(folder);
        after.Time.Advance(TimeSpan.FromMinutes(31));
        await after.InTimeAsync(after.Told.WaitForEndAsync(session));

        (await after.Api.ReadAsync(session)).ShouldBeGone(session);
        after.Told.EndsOf(session).ShouldBe(1);
        after.Told.WarningsOf(session).Count.ShouldBeLessThan(2);
    }
}
