using Eliza.Application.Health;

namespace Eliza.UnitTests.Health;

/// <summary>Looks, heeds no cancellation, and finds nothing until it is told to.</summary>
internal sealed class HangingProbe : IHealthProbe
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ProbeResult> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _looks;

    public string Name => "hanging";

    public int Looks => Volatile.Read(ref _looks);

    /// <summary>Ends when somebody looks.</summary>
    public Task Begun => _begun.Task;

    public void Find(ProbeResult result) => _found.TrySetResult(result);

    public Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _looks);
        _begun.TrySetResult();
        return _found.Task;
    }
}
