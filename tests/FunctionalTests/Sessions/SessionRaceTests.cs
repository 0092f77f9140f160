using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>Many at once, on one session.</summary>
public sealed class SessionRaceTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Beats_AHundredAtOnce_AreAHundredRenewals()
    {
        var session = await _api.OpenIdAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _api.BeatAsync(session)));

        answers.Select(answer => answer.ShouldBe(200).Json.Renewals()).Order().ShouldBe(Enumerable.Range(1, 100));
        (await _api.ReadAsync(session)).Json.Renewals().ShouldBe(100);
    }

    [Fact]
    public async Task Everything_AtOnceWithAnEnd_LeavesNothing()
    {
        for (var round = 0; round < 5; round++)
        {
            var session = await _api.OpenIdAsync();
            var calls = Enumerable.Range(0, 50).Select(i => (i % 5) switch
            {
                0 or 1 or 2 => _api.BeatAsync(session),
                3 => _api.RenewAsync(session),
                _ => _api.ChangeAsync(session, new { timeoutMinutes = 30 + i, autoRenew = i % 2 == 0 }),
            }).ToList();
            calls.Insert(25 + round, _api.EndAsync(session));

            var answers = await Task.WhenAll(calls);

            answers.Select(answer => answer.Status).Distinct().ShouldBeSubsetOf([200, 404]);
            answers[25 + round].ShouldBe(200);
            (await _api.ReadAsync(session)).ShouldBeUnknown($"{session}");
        }
    }

    [Fact]
    public async Task Ends_TwoAtOnce_AreOneEndAndOneThatFindsNothing()
    {
        for (var round = 0; round < 10; round++)
        {
            var session = await _api.OpenIdAsync();
            (await Task.WhenAll(_api.EndAsync(session), _api.EndAsync(session))).Select(answer => answer.Status).Order().ShouldBe([200, 404]);
        }
    }

    /// <summary>A heartbeat came in time but waits for its turn to write; when that has come the session is over, and others know.</summary>
    [Fact]
    public async Task Beat_ThatWaitedBeyondTheEnd_RevivesNothing()
    {
        var session = await _api.OpenIdAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromMilliseconds(1));
        var turn = await factory.StopWritingAsync();
        var beat = _api.BeatAsync(session);
        var committer = factory.Services.GetRequiredService<Committer>();
        while (committer.Waiting == 0) await Task.Yield();
        factory.Time.Advance(TimeSpan.FromMilliseconds(1));
        var late = _api.ReadAsync(session);
        turn.Dispose();

        (await late).ShouldBeGone(session);
        (await beat).ShouldBeGone(session);
        (await _api.ReadAsync(session)).ShouldBeGone(session);
    }

    [Fact]
    public async Task Session_WhileTheWritersLineStands_IsNotRenewedAndEndsAllTheSame()
    {
        var session = await _api.OpenIdAsync();
        var turn = await factory.StopWritingAsync();
        var beat = _api.BeatAsync(session);
        await factory.InTimeAsync(beat);
        (await _api.ReadAsync(session)).ShouldBe(200);
        factory.Time.Advance(TimeSpan.FromMinutes(30));
        var read = _api.ReadAsync(session);
        await factory.InTimeAsync(read);
        turn.Dispose();

        (await beat).ShouldBeError(503, "SERVICE_UNAVAILABLE").Headers.ContainsKey("Retry-After").ShouldBeTrue();
        (await read).ShouldBeGone(session);
        (await _api.ReadAsync(session)).ShouldBeGone(session);
    }

    /// <summary>Whoever heard that it is over never finds it alive again, however many came just in time.</summary>
    [Fact]
    public async Task End_WhileManyKeepItAlive_IsFinalForEverybody()
    {
        for (var round = 0; round < 10; round++)
        {
            var session = await _api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = SessionFactory.Shortest.TotalMinutes });
            var over = 0;
            var callers = Enumerable.Range(0, 8).Select(async caller =>
            {
                for (var call = 0; call < 25; call++)
                {
                    var wasOver = Volatile.Read(ref over) == 1;
                    var answer = caller % 2 == 0 ? await _api.BeatAsync(session) : await _api.ReadAsync(session);
                    answer.Status.ShouldBeOneOf(wasOver ? [410] : [200, 410]);
                    if (answer.Status == 410) Volatile.Write(ref over, 1);
                }
            }).ToList();

            // Up to the last instant, and beyond it while some who came in it are still at work.
            do
            {
                factory.Time.Advance(SessionFactory.Shortest - TimeSpan.FromMilliseconds(1));
                await Task.Yield();
                factory.Time.Advance(TimeSpan.FromMilliseconds(1));
            }
            while ((await _api.ReadAsync(session)).Status == 200);
            Volatile.Write(ref over, 1);
            await Task.WhenAll(callers);
        }
    }
}
