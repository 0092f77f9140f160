using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.UnitTests.Realtime.EngineIo;

public sealed class HeartbeatTests
{
    private static readonly EngineOptions Options = new();

    [Fact]
    public void TakePing_FromItsTimeOn_IsTrueOnce()
    {
        var heartbeat = new Heartbeat(Options, At(0));
        heartbeat.TakePing(At(24.999)).ShouldBeFalse();
        heartbeat.TakePing(At(25)).ShouldBeTrue();
        heartbeat.TakePing(At(26)).ShouldBeFalse();
        heartbeat.Ponged(At(30));
        heartbeat.TakePing(At(54.999)).ShouldBeFalse();
        heartbeat.TakePing(At(55)).ShouldBeTrue();
    }

    [Fact]
    public void IsOver_ByComparison_IsExact()
    {
        var heartbeat = new Heartbeat(Options, At(0));
        heartbeat.IsOver(At(44.999)).ShouldBeFalse();
        heartbeat.IsOver(At(45)).ShouldBeTrue("Whether a ping was sent or not.");
        heartbeat.Ponged(At(44));
        heartbeat.IsOver(At(88.999)).ShouldBeFalse();
        heartbeat.IsOver(At(89)).ShouldBeTrue();
    }

    [Fact]
    public void TakePing_WhenALittleLate_LeavesTheDeadline()
    {
        var heartbeat = new Heartbeat(Options, At(0));
        heartbeat.TakePing(At(35)).ShouldBeTrue();
        heartbeat.IsOver(At(45)).ShouldBeTrue();
    }

    [Fact]
    public void TakePing_WhenTheServerWasHeldUp_GivesTheClientItsFullTime()
    {
        var heartbeat = new Heartbeat(Options, At(0));
        heartbeat.TakePing(At(100)).ShouldBeTrue();
        heartbeat.IsOver(At(119.999)).ShouldBeFalse();
        heartbeat.IsOver(At(120)).ShouldBeTrue();
    }

    [Fact]
    public void Resume_WhenTimeRanOutMeanwhile_GivesItAnew()
    {
        var heartbeat = new Heartbeat(Options, At(0));
        heartbeat.Resume(At(44));
        heartbeat.IsOver(At(45)).ShouldBeTrue();
        heartbeat.Resume(At(50));
        heartbeat.IsOver(At(69.999)).ShouldBeFalse();
        heartbeat.IsOver(At(70)).ShouldBeTrue();
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
