using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Eliza.Application.Agents;
using Eliza.Infrastructure.Agents;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class RunAttemptTests : IDisposable
{
    /// <summary>The meter is the process's: by the kind of agent a test knows its own.</summary>
    private readonly string _kind = $"kind-{Guid.CreateVersion7():N}";
    private readonly ConcurrentQueue<(double Seconds, string Outcome)> _measured = new();
    private readonly MeterListener _listener = new();
    private readonly ManualTimeProvider _time = new();

    public RunAttemptTests()
    {
        _listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == RunMeter.Name) self.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            var told = tags.ToArray().ToDictionary(tag => tag.Key, tag => (string)tag.Value!);
            if (told["eliza.agent.kind"] == _kind) _measured.Enqueue((seconds, told["eliza.outcome"]));
        });
        _listener.Start();
    }

    public static TheoryData<AgentAnswer, string> Answers => new()
    {
        { new AgentAnswer("Hello", null), "answered" },
        { AgentAnswer.Nothing, "silent" },
        { AgentAnswer.Failed("no route"), "failed" },
        { AgentAnswer.Later(TimeSpan.FromMinutes(5)), "deferred" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Dispose_OfAnAttemptThatWasSaved_TellsWhatCameOfItAndHowLongItTook(AgentAnswer answer, string outcome)
    {
        using (var attempt = Begin())
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            attempt.Saved(answer);
        }
        _measured.ShouldBe([(2, outcome)]);
    }

    [Fact]
    public void Dispose_OfAnAttemptThatNobodySaved_TellsThatItWasGivenBack()
    {
        Begin().Dispose();
        _measured.ShouldBe([(0, "released")]);
    }

    public void Dispose() => _listener.Dispose();

    private RunAttempt Begin()
    {
        var attempt = new RunAttempt(_time);
        attempt.Ask(_kind);
        return attempt;
    }
}
