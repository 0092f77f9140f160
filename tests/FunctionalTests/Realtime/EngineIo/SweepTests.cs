using Eliza.ConformanceHost;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Realtime.EngineIo;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Eliza.FunctionalTests.Realtime.EngineIo;

[Trait("Database", "Once")]
public sealed class SweepTests
{
    [Fact]
    public async Task Session_ThatCannotBeLookedAfter_EndsAloneAndIsLogged()
    {
        using var log = new CapturedLog();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(log));
        var (time, echo) = (new FaultyClock(), new EchoHandler());
        var nothing = new Dictionary<string, StringValues>();
        var handshake = new EngineHandshake(nothing, nothing, RemoteAddress: null, IsHttps: false);
        var options = new EngineOptions { PingInterval = TimeSpan.FromSeconds(10), PingTimeout = TimeSpan.FromSeconds(10) };
        await using var server = new EngineServer(options, echo, time, loggers.CreateLogger<EngineServer>());
        for (var count = 0; count < 2; count++)
        {
            server.TryReserve().ShouldBeTrue();
            await server.OpenAsync(handshake, socket: null);
        }

        time.FailOnce();
        time.Inner.Advance(TimeSpan.FromSeconds(2));
        await RealtimeApp.UntilAsync(() => server.Count == 1);
        echo.Closed.ShouldHaveSingleItem().Reason.ShouldBe(EngineCloseReason.ServerError);
        log.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal)).ShouldBe(1);

        time.Inner.Advance(TimeSpan.FromSeconds(21));
        await RealtimeApp.UntilAsync(() => server.Count == 0);
        echo.Closed.Last().Reason.ShouldBe(EngineCloseReason.PingTimeout, "The next round looks after the others again.");
    }

    /// <summary>A clock that fails to tell the time when a test wants it to.</summary>
    private sealed class FaultyClock : TimeProvider
    {
        private bool _fails;

        public ManualTimeProvider Inner { get; } = new();

        public override long TimestampFrequency => Inner.TimestampFrequency;

        public void FailOnce() => _fails = true;

        public override long GetTimestamp()
        {
            if (!_fails) return Inner.GetTimestamp();
            _fails = false;
            throw new InvalidOperationException("No time.");
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            Inner.CreateTimer(callback, state, dueTime, period);
    }
}
