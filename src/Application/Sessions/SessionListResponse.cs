namespace Eliza.Application.Sessions;

/// <summary>A page of the sessions that last, those with the most time left first.</summary>
/// <param name="Total">How many there are on all pages.</param>
public sealed record SessionListResponse(IReadOnlyList<SessionResponse> Sessions, long Total, SessionStats Stats);

/// <summary>How many sessions there are; one that has expired counts for 24 hours more.</summary>
public sealed record SessionStats(long TotalSessions, long ActiveSessions, long ExpiredSessions);
