using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>The sweeper with many sessions, with others beside it, and after the server was away.</summary>
public sealed class SessionSweeperTests
{
    [Fact]
    public async Task Sweep_OfMoreThanOneBatch_TellsOfEachOnceAndForgetsAll()
    {
        await using var factory = new SessionFactory();
        var sessions = await OpenAsync(factory, SessionSweeper.Batch + 10);

        factory.Time.Advance(TimeSpan.FromMinutes(1));
        await factory.InTimeAsync(Task.WhenAll(sessions.Select(session => factory.Told.WaitForWarningsAsync(session, 1))));
        factory.Time.Advance(TimeSpan.FromMinutes(5));
        await factory.InTimeAsync(Task.WhenAll(sessions.Select(factory.Told.WaitForEndAsync)));
        (await CountAsync(factory)).ShouldBe(sessions.Length);
        factory.Time.Advance(TimeSpan.FromHours(24));
        await factory.InTimeAsync(UntilAsync(async () => await CountAsync(factory) == 0));

        sessions.ShouldAllBe(session => factory.Told.WarningsOf(session).Count == 1 && factory.Told.EndsOf(session) == 1);
    }

    [Fact]
    public async Task Sweep_WhenSeveralSweepersComeAtOnce_TellsEachThingOnce()
    {
        await using var factory = new SessionFactory();
        var others = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<SessionSweeper>(factory.Services)).ToList();
        foreach (var other in others) await other.StartAsync(TestContext.Current.CancellationToken);
        var sessions = await OpenAsync(factory, 60);

        factory.Time.Advance(TimeSpan.FromMinutes(1));
        await factory.InTimeAsync(Task.WhenAll(sessions.Select(session => factory.Told.WaitForWarningsAsync(session, 1))));
        factory.Time.Advance(TimeSpan.FromMinutes(5));
        await factory.InTimeAsync(Task.WhenAll(sessions.Select(factory.Told.WaitForEndAsync)));
        foreach (var other in others)
        {
            await other.StopAsync(TestContext.Current.CancellationToken);
            other.Dispose();
        }

        sessions.ShouldAllBe(session => factory.Told.WarningsOf(session).Count == 1 && factory.Told.EndsOf(session) == 1);
    }

    [Fact]
    public async Task Sweep_AfterTheServerWasAwayForDays_TellsEachEndOnceWarnsOfNoneAndForgetsWhatIsOld()
    {
        using var folder = new TemporaryFolder();
        Guid old, recent, near, open;
        await using (var before = new SessionFactory(folder))
        {
            (old, recent, near, open) = (await AgedAsync(before, TimeSpan.FromDays(3)), await AgedAsync(before, TimeSpan.FromDays(1.5)),
                await AgedAsync(before, TimeSpan.FromHours(23.5)), await AgedAsync(before, TimeSpan.FromHours(12)));
        }

        await using var after = new SessionFactory(folder);
        await after.InTimeAsync(Task.WhenAll(after.Told.WaitForEndAsync(old), after.Told.WaitForEndAsync(recent), after.Told.WaitForWarningsAsync(near, 1)));
        await after.InTimeAsync(UntilAsync(async () => await CountAsync(after) == 3));

        new[] { old, recent, near, open }.Select(session => (after.Told.WarningsOf(session).Count, after.Told.EndsOf(session))).ShouldBe([(0, 1), (0, 1), (1, 0), (0, 0)]);
        (await after.Api.ReadAsync(old)).ShouldBeUnknown($"{old}");
        (await after.Api.ReadAsync(recent)).ShouldBeGone(recent);
        (await after.Api.ReadAsync(open)).ShouldBe(200);
    }

    [Fact]
    public async Task Sweep_WhenTheDatabaseFailed_GoesOnWhenItIsBack()
    {
        await using var factory = new SessionFactory();
        var session = await factory.Api.OpenIdAsync();
        await factory.QueryAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Sessions" RENAME TO "Away" """));
        factory.Time.Advance(TimeSpan.FromMinutes(30));
        await factory.InTimeAsync(factory.Log.WaitForAsync(line => line.Contains("Sessions could not be swept; trying again in a moment")));

        await factory.QueryAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Away" RENAME TO "Sessions" """));

        await factory.InTimeAsync(factory.Told.WaitForEndAsync(session));
        factory.Told.EndsOf(session).ShouldBe(1);
    }

    private static async Task<Guid[]> OpenAsync(SessionFactory factory, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => factory.Api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 6, warningThresholdMinutes = 5 })));

    /// <summary>Opens a session of a day and puts it back in time, as if the server had been away since.</summary>
    private static async Task<Guid> AgedAsync(SessionFactory factory, TimeSpan by)
    {
        var session = await factory.Api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 1440, warningThresholdMinutes = 60 });
        var back = (long)by.TotalMilliseconds;
        (await factory.QueryAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE Sessions SET CreatedAt = CreatedAt - {back}, LastActivityAt = LastActivityAt - {back}, RenewedAt = RenewedAt - {back},
                ExpiresAt = ExpiresAt - {back}, WarnAt = WarnAt - {back}
            WHERE Id = {session}
            """))).ShouldBe(1);
        return session;
    }

    private static Task<int> CountAsync(SessionFactory factory) => factory.QueryAsync(db => db.Sessions.CountAsync());

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await reached() && await again.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
        }
    }
}
