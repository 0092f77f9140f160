using Eliza.Application.Access;
using Eliza.Application.Sessions;
using Eliza.Infrastructure.Feeds;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence.Known;

namespace Eliza.Infrastructure.Bus;

/// <summary>
/// Makes up for hints that this node did not hear: it forgets what it keeps in memory, and has those look into the database who look there
/// now and then in any case. Runs that may begin need no help: the dispatcher sweeps every second. Ask it from any thread.
/// </summary>
internal sealed class CatchUp(
    KnownChannels knownChannels, KnownAgents knownAgents, KnownKeys knownKeys, Hints hints, TimeProvider time)
{
    /// <summary>Between two, however often something is missed meanwhile: who cannot keep up must not be given more to do for it.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private long? _lastAt;
    private bool _isAskedFor;

    /// <summary>Does it now, or when the pause is over.</summary>
    public void Ask()
    {
        var pause = TimeSpan.Zero;
        lock (_lock)
        {
            if (_isAskedFor) return;
            _isAskedFor = true;
            if (_lastAt is { } last) pause = Pause - time.GetElapsedTime(last);
        }
        if (pause <= TimeSpan.Zero) Do();
        else _ = DoAfterAsync(pause);
    }

    private async Task DoAfterAsync(TimeSpan pause)
    {
        await Task.Delay(pause, time);
        Do();
    }

    private void Do()
    {
        lock (_lock) (_lastAt, _isAskedFor) = (time.GetTimestamp(), false);
        knownChannels.ForgetAll();
        knownAgents.ForgetAll();
        knownKeys.ForgetAll();
        hints.Give(FeedSweeper.Topic);
        hints.Give(CredentialTopic.Changed);
        hints.Give(SessionTopic.Due);
    }
}
