using Eliza.Application.Feeds;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.UnitTests.TestData;

/// <summary>Remembers what it was told, and why it was told nothing more.</summary>
internal sealed class RecordedListener(ActorId? actor = null, SessionId? session = null) : IFeedListener
{
    private readonly Lock _lock = new();
    private readonly List<FeedEvent> _told = [];

    public ActorId? Actor => actor;

    public SessionId? Session => session;

    /// <summary>So many events it takes at most.</summary>
    public int Room { get; init; } = int.MaxValue;

    /// <summary>Whether it has a bug.</summary>
    public bool Breaks { get; init; }

    /// <summary>Answers whether it may stay; it may, unless the test says otherwise.</summary>
    public Func<bool> MayStay { get; set; } = () => true;

    public FeedEnd? Ended { get; private set; }

    public IReadOnlyList<FeedEvent> Told
    {
        get
        {
            lock (_lock) return [.. _told];
        }
    }

    public bool Deliver(FeedEvent told)
    {
        lock (_lock)
        {
            Ended.ShouldBeNull();
            if (Breaks) throw new InvalidOperationException("A bug.");
            if (_told.Count >= Room) return false;
            _told.Add(told);
            return true;
        }
    }

    public Task<bool> MayStayAsync(CancellationToken cancellationToken) => Task.FromResult(MayStay());

    public void End(FeedEnd reason)
    {
        lock (_lock)
        {
            Ended.ShouldBeNull();
            Ended = reason;
        }
    }
}
