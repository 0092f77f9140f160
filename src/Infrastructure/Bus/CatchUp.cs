using Eliza.Application.Access;
using Eliza.Application.Sessions;
using Eliza.Infrastructure.Feeds;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence.Known;

namespace Eliza.Infrastructure.Bus;

/// <summary>
/// Makes up for hints that this node did not hear: it forgets what it keeps in memory, and has those look into the database who look there
/// now and then in any case. Runs that may begin need no help: the dispatcher sweeps every second.
/// </summary>
internal sealed class CatchUp(
    KnownChannels knownChannels, KnownAgents knownAgents, KnownKeys knownKeys, ChannelFeeds feeds, Hints hints, TimeProvider time)
{
    /// <summary>Between two, however often something is missed meanwhile: who cannot keep up must not be given more to do for it.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long? _lastAt;
    private int _isAskedFor;

    /// <summary>Does it now, or when the pause is over. Call it from one thread at a time.</summary>
    public void Ask()
    {
        if (Interlocked.Exchange(ref _isAskedFor, 1) == 1) return;
        var pause = _lastAt is { } last ? Pause - time.GetElapsedTime(last) : TimeSpan.Zero;
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
        _lastAt = time.GetTimestamp();
        Volatile.Write(ref _isAskedFor, 0);
        knownChannels.ForgetAll();
        knownAgents.ForgetAll();
        knownKeys.ForgetAll();
        feeds.DoubtAllWork();
        hints.Give(FeedSweeper.Topic);
        hints.Give(CredentialTopic.Changed);
        hints.Give(SessionTopic.Due);
    }
}
