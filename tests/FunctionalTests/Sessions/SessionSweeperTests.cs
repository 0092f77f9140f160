using Eliza.Application.Common;
using Eliza.Application.Sessions;
using Eliza.Application.Sessions.ExpireSessions;
using Eliza.Application.Sessions.WarnSessions;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>The sweeper with many sessions, with others beside it, and after the server was away.</summary>
public sealed class SessionSweeperTests
{
    private const long Day = 24 * 3_600_000;

    [Fact]
    public async Task Sweep_OfMoreThanOneBatch_TellsOfEachOnceAndForgetsAll()
    {
        await using var factory = new SessionFactory();
        var sessions = await factory.AddSessionsAsync(2 * SessionSweeper.Batch + 10);

        factory.Time.Advance(TimeSpan.FromMinutes(1));
        Hint(factory);
        await factory.InTimeAsync(Task.WhenAll(sessions.Select(session => factory.Told.WaitForWarningsAsync(session, 1))));
        factory.Time.Advance(TimeSpan.FromMinutes(5));
        await factory.InTimeAsync(Task.WhenAll(sessions.Select(factory.Told.WaitForEndAsync)));
        (await factory.CountSessionsAsync()).ShouldBe(sessions.Count);
        await factory.QueryAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Sessions" SET "ExpiresAt" = "ExpiresAt" - {Day}"""));
        Hint(factory);
        await factory.InTimeAsync(UntilAsync(async () => await factory.CountSessionsAsync() == 0));

        sessions.ShouldAllBe(session => factory.Told.WarningsOf(session).Count == 1 && factory.Told.EndsOf(session) == 1);
    }

    [Fact]
    public async Task Sweep_WhenSeveralComeAtOnce_TellsEachThingOnce()
    {
        await using var factory = new SessionFactory();
        await factory.Services.GetServices<IHostedService>().OfType<SessionSweeper>().Single().StopAsync(TestContext.Current.CancellationToken);
        for (var round = 1; round <= 5; round++)
        {
            var sessions = await OpenAsync(factory, 20);
            factory.Time.Advance(TimeSpan.FromMinutes(1));
            await SweepAtOnceAsync(factory, new WarnSessionsCommand(SessionSweeper.Batch));
            factory.Time.Advance(TimeSpan.FromMinutes(5));
            await SweepAtOnceAsync(factory, new ExpireSessionsCommand(SessionSweeper.Batch));

            foreach (var session in sessions) (factory.Told.WarningsOf(session).Count, factory.Told.EndsOf(session)).ShouldBe((1, 1), $"round {round}");
        }
    }

    [Fact]
    public async Task Sweep_AfterTheServerWasAwayForDays_TellsEachEndOnceWarnsOfNoneAndForgetsWhatIsOld()
    {
        using var folder = new TemporaryFolder();
        Guid old, recent, near, open;
        await using (var before = new SessionFactory(folder))
        {
            (old, recent, near, open) = (await before.AddAgedAsync(TimeSpan.FromDays(3)), await before.AddAgedAsync(TimeSpan.FromDays(1.5)),
                await before.AddAgedAsync(TimeSpan.FromHours(23.5)), await before.AddAgedAsync(TimeSpan.FromHours(12)));
        }

        await using var after = new SessionFactory(folder);
        await after.InTimeAsync(Task.WhenAll(after.Told.WaitForEndAsync(old), after.Told.WaitForEndAsync(recent), after.Told.WaitForWarningsAsync(near, 1)));
        await after.InTimeAsync(UntilAsync(async () => await after.CountSessionsAsync() == 3));

        new[] { old, recent, near, open }.Select(session => (after.Told.WarningsOf(session).Count, after.Told.EndsOf(session))).ShouldBe([(0, 1), (0, 1), (1, 0), (0, 0)]);
        (await after.Api.ReadAsync(old)).ShouldBeUnknown($"{old}");
        (await after.Api.ReadAsync(recent)).ShouldBeGone(recent);
        (await after.Api.ReadAsync(open)).ShouldBe(200);
    }

    [Fact]
    public async Task Sweep_WhenTheDatabaseFailed_GoesOnWhenItIsBack()
    {
        await using var factory = new SessionFactory();
        var session = await factory.Api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 5 });
        factory.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await factory.QueryAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Sessions" RENAME TO "Away" """));
        await factory.InTimeAsync(factory.Log.WaitForAsync(line => line.Contains("Sessions could not be swept (")));

        await factory.QueryAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Away" RENAME TO "Sessions" """));

        await factory.InTimeAsync(factory.Told.WaitForEndAsync(session));
        factory.Told.EndsOf(session).ShouldBe(1);
    }

    private static async Task<Guid[]> OpenAsync(SessionFactory factory, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => factory.Api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 6, warningThresholdMinutes = 5 })));

    /// <summary>What eight sweepers do.</summary>
    private static async Task SweepAtOnceAsync(SessionFactory factory, ICommand<int> command)
    {
        var requests = factory.Services.GetRequiredService<Requests>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => requests.SendAsync(command, TestContext.Current.CancellationToken))));
    }

    private static void Hint(SessionFactory factory) => factory.Services.GetRequiredService<IHints>().Give(SessionTopic.Due);

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await reached() && await again.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
        }
    }
}
