using System.Runtime.InteropServices;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// Has the signals that ask a process to end (SIGTERM, Ctrl+C, SIGQUIT) begin the drain, and a second one end it at once. A first one leaves a
/// drain that an operator's request began its time: orchestrators send that, then the signal. It takes the place of the host's own, which stops
/// right away.
/// </summary>
internal sealed class SignalLifetime(Drain drain) : IHostLifetime, IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT];

    private PosixSignalRegistration[] _registrations = [];
    private int _isAsked;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, Take))];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    private void Take(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Exchange(ref _isAsked, 1) == 1) drain.End();
        else drain.TryBegin();
    }
}
