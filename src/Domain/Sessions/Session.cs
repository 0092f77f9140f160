using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions.Events;

namespace Eliza.Domain.Sessions;

/// <summary>
/// A conversation of one person with one agent that ends by itself, in a channel of its own. It ends at
/// <c>min(last activity + timeout, creation + longest duration)</c> (contract: Sessions), and never comes back: whoever goes
/// by a clock that was set back changes nothing of that.
/// </summary>
public sealed class Session : AggregateRoot, ITimely
{
    /// <summary>So long it is told of an ended session that it has expired; then it is forgotten.</summary>
    public static readonly TimeSpan Afterlife = TimeSpan.FromHours(24);

    private Session() { }

    public SessionId Id { get; private set; }

    public ChannelId ChannelId { get; private set; }

    public ActorId AgentId { get; private set; } = null!;

    public ActorId UserId { get; private set; } = null!;

    /// <summary>Who opened it, as callers are told apart: <c>key:…</c>, <c>agent:…</c> or <c>user:…</c>.</summary>
    public string Owner { get; private set; } = null!;

    public Metadata Metadata { get; private set; } = Metadata.Empty;

    public SessionTimeouts Timeouts { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The last message, heartbeat or renewal.</summary>
    public DateTimeOffset LastActivityAt { get; private set; }

    /// <summary>When its time last began anew; its creation at first.</summary>
    public DateTimeOffset RenewedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>From then on it is near its end.</summary>
    public DateTimeOffset WarnAt { get; private set; }

    /// <summary>When it was warned that its end is near; null until then, and again when a renewal has taken it away from its end.</summary>
    public DateTimeOffset? WarnedAt { get; private set; }

    /// <summary>When it was found to be over, which is told once; null until then.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public int RenewalCount { get; private set; }

    /// <summary>One more with every change: of two changes at once the second sees the first.</summary>
    public long Version { get; private set; }

    /// <summary>Who was in time to change it must be in time with the writing too: meanwhile others may be told that it is over.</summary>
    public DateTimeOffset? HoldsUntil { get; private set; }

    /// <summary>It lasts no longer, however often it is renewed.</summary>
    private DateTimeOffset LatestEnd => CreatedAt + Timeouts.MaxDuration;

    public static Session Open(
        SessionId id, ChannelId channel, ActorId agent, ActorId user, string owner, Metadata metadata, SessionTimeouts timeouts, DateTimeOffset now)
    {
        var session = new Session
        {
            Id = id,
            ChannelId = channel,
            AgentId = agent,
            UserId = user,
            Owner = owner,
            Metadata = metadata,
            Timeouts = timeouts,
            CreatedAt = now,
            LastActivityAt = now,
            RenewedAt = now,
        };
        session.SetEnd(now);
        session.Raise(new SessionOpened(id, channel));
        return session;
    }

    public bool IsOver(DateTimeOffset now) => EndedAt is not null || now >= ExpiresAt;

    /// <summary>Whether it ended so long ago that nobody is told of it any more.</summary>
    public bool IsForgotten(DateTimeOffset now) => now >= ExpiresAt + Afterlife;

    public bool IsNearEnd(DateTimeOffset now) => !IsOver(now) && now >= WarnAt;

    public TimeSpan TimeLeft(DateTimeOffset now) => IsOver(now) ? TimeSpan.Zero : ExpiresAt - Latest(now, LastActivityAt);

    /// <summary>Whether a caller may read it: its person, its agent, who opened it, and an operator.</summary>
    public bool AllowsReading(Caller? caller) => Concerns(caller) && caller!.May(Scopes.MessagesRead | Scopes.SessionsWrite);

    /// <summary>Whether somebody is one of the two whom it is for.</summary>
    public bool IsFor(Caller? caller) =>
        caller is { Kind: CallerKind.User } && caller.Actor == UserId || caller is { Kind: CallerKind.Agent } && caller.Actor == AgentId;

    /// <summary>Whether a caller may speak in it, keep it alive, and end it.</summary>
    public bool AllowsUsing(Caller? caller) => Concerns(caller) && caller!.May(Scopes.SessionsWrite);

    /// <summary>Notes a message or a heartbeat, which renews it if it renews by itself and has time left to gain. Whether it did.</summary>
    public Result<bool> Touch(DateTimeOffset now)
    {
        if (IsOver(now)) return SessionErrors.Expired(Id, ExpiresAt);
        NoteActivity(now);
        if (!Timeouts.AutoRenew || ExpiresAt >= LatestEnd) return false;
        BeginAnew();
        return true;
    }

    /// <summary>Begins its time anew, whether or not it does so by itself.</summary>
    public Result<Session> Renew(DateTimeOffset now)
    {
        if (IsOver(now)) return SessionErrors.Expired(Id, ExpiresAt);
        if (ExpiresAt >= LatestEnd) return SessionErrors.MaxDurationReached(Id);
        NoteActivity(now);
        BeginAnew();
        return this;
    }

    /// <summary>Gives it other times, from its last activity on. Times that are over already end it now.</summary>
    public Result<Session> Change(SessionTimeouts timeouts, DateTimeOffset now)
    {
        if (IsOver(now)) return SessionErrors.Expired(Id, ExpiresAt);
        HoldsUntil = ExpiresAt;
        var known = Latest(now, LastActivityAt);
        Timeouts = timeouts;
        Version++;
        SetEnd(known);
        if (!Expire(known)) Raise(new SessionRescheduled(Id, ChannelId, ExpiresAt));
        return this;
    }

    /// <summary>Says that its end is near, once each time that it comes near. Whether it did.</summary>
    public bool Warn(DateTimeOffset now)
    {
        if (!IsNearEnd(now) || WarnedAt is not null) return false;
        WarnedAt = now;
        Version++;
        Raise(new SessionExpirationWarned(Id, ChannelId, ExpiresAt, TimeLeft(now)));
        return true;
    }

    /// <summary>Says that it is over, once. Whether it did.</summary>
    public bool Expire(DateTimeOffset now)
    {
        if (EndedAt is not null || now < ExpiresAt) return false;
        EndedAt = now;
        Version++;
        Raise(new SessionExpired(Id, ChannelId));
        return true;
    }

    /// <summary>Says that it is taken away; the repository does it.</summary>
    public void Delete() => Raise(new SessionDeleted(Id, ChannelId));

    private void NoteActivity(DateTimeOffset now)
    {
        HoldsUntil = ExpiresAt;
        LastActivityAt = Latest(now, LastActivityAt);
        Version++;
    }

    private void BeginAnew()
    {
        RenewedAt = LastActivityAt;
        RenewalCount++;
        var wasWarned = WarnedAt is not null;
        SetEnd(LastActivityAt);
        Raise(new SessionRenewed(Id, ChannelId, ExpiresAt, RenewalCount));
        if (wasWarned && WarnedAt is null) Raise(new SessionRescheduled(Id, ChannelId, ExpiresAt));
    }

    /// <summary>Away from its end again, it is warned when it next comes near. No end lies in the past: 24 hours are counted from it.</summary>
    private void SetEnd(DateTimeOffset now)
    {
        var end = (Timeouts.AutoRenew ? LastActivityAt : RenewedAt) + Timeouts.Timeout;
        if (end > LatestEnd) end = LatestEnd;
        end = Latest(end, now);
        var warnAt = end - Timeouts.WarningThreshold;
        if (warnAt > Latest(now, WarnedAt ?? now)) WarnedAt = null;
        (ExpiresAt, WarnAt) = (end, warnAt);
    }

    private bool Concerns(Caller? caller) =>
        caller is not null && (IsFor(caller) || caller.Id == Owner || caller.May(Scopes.Admin));

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
