using Eliza.Application.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>Whoever waits is woken at once, after the next thing that the test has happen meanwhile.</summary>
internal sealed class ScriptedHints : IHints
{
    private readonly Queue<Action> _steps = new();

    public void Then(Action step) => _steps.Enqueue(step);

    public IHint Listen(params IReadOnlyCollection<string> topics) => new Hint(_steps);

    public void Give(string topic)
    {
        // Everybody is woken anyway.
    }

    private sealed class Hint(Queue<Action> steps) : IHint
    {
        public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
        {
            atMost.ShouldBeGreaterThan(TimeSpan.Zero);
            steps.Dequeue()();
            return Task.FromResult(true);
        }

        public void Dispose()
        {
            // Nobody keeps it.
        }
    }
}
