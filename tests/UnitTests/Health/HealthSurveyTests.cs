using Eliza.Application.Health;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Health;

public sealed class HealthSurveyTests
{
    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AskAll_WhenAProbeThrows_CountsItAsUnhealthyAndAsksTheOthers()
    {
        var found = await new HealthSurvey([new Probe("well"), new BrokenProbe()], _time).AskAllAsync(Token);

        found.Select(one => (one.Key, one.Value.State)).ShouldBe([("broken", HealthState.Unhealthy), ("well", HealthState.Healthy)]);
    }

    [Fact]
    public async Task AskAll_WhenAProbeHangs_DoesNotWaitForItLongerThanItsPatience()
    {
        var hanging = new HangingProbe();
        var asking = new HealthSurvey([hanging], _time).AskAllAsync(Token);
        await hanging.Begun.WaitAsync(Token);
        asking.IsCompleted.ShouldBeFalse();

        _time.Advance(HealthSurvey.Patience);

        (await asking).ShouldHaveSingleItem().Value.ShouldBe(ProbeResult.Unhealthy("no answer in time"));
    }

    [Fact]
    public async Task AskAll_WhileALookIsUnderWay_JoinsIt()
    {
        var hanging = new HangingProbe();
        var survey = new HealthSurvey([hanging], _time);
        var asking = Enumerable.Range(0, 100).Select(_ => survey.AskAllAsync(Token)).ToList();
        await hanging.Begun.WaitAsync(Token);
        hanging.Find(ProbeResult.Healthy);

        foreach (var found in await Task.WhenAll(asking)) found.ShouldHaveSingleItem().Value.ShouldBe(ProbeResult.Healthy);
        hanging.Looks.ShouldBe(1);

        await survey.AskAllAsync(Token);
        hanging.Looks.ShouldBe(2, "what was found is not kept");
    }

    private sealed class BrokenProbe : IHealthProbe
    {
        public string Name => "broken";

        public Task<ProbeResult> LookAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("It is broken.");
    }
}
