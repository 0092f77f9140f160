namespace Eliza.Application.Health;

/// <summary>Asks all probes how things are. It never fails: whoever asks does so because something may be broken.</summary>
internal sealed class HealthSurvey(IEnumerable<IHealthProbe> probes, TimeProvider time)
{
    /// <summary>Shorter than what orchestrators wait for an answer, so that they hear what is wrong instead of nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Look[] _looks = [.. probes.OrderBy(probe => probe.Name, StringComparer.Ordinal).Select(probe => new Look(probe, time))];

    /// <summary>What each found, in the order of the names.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, ProbeResult>>> AskAllAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_looks.Select(async look => KeyValuePair.Create(look.Name, await look.AskAsync(cancellationToken))));

    /// <summary>Whoever asks while a look is under way waits for that one: however many ask, and however long it hangs, there is but one.</summary>
    private sealed class Look(IHealthProbe probe, TimeProvider time)
    {
        private static readonly ProbeResult TooLate = ProbeResult.Unhealthy("no answer in time");

        private readonly Lock _gate = new();
        private Task<ProbeResult> _last = Task.FromResult(TooLate);

        public string Name => probe.Name;

        public async Task<ProbeResult> AskAsync(CancellationToken cancellationToken)
        {
            try
            {
                return await Join().WaitAsync(Patience, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                return TooLate;
            }
        }

        private Task<ProbeResult> Join()
        {
            lock (_gate) return _last.IsCompleted ? _last = Task.Run(LookAsync) : _last;
        }

        private async Task<ProbeResult> LookAsync()
        {
            using var late = new CancellationTokenSource(Patience, time);
            try
            {
                return await probe.LookAsync(late.Token);
            }
            catch (Exception)
            {
                return late.IsCancellationRequested ? TooLate : ProbeResult.Unhealthy();
            }
        }
    }
}
