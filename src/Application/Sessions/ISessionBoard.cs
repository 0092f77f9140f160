using Eliza.Domain.Sessions;

namespace Eliza.Application.Sessions;

/// <summary>Tells of all sessions at once, for operators.</summary>
public interface ISessionBoard
{
    /// <summary>A page of the sessions that last at that time, those with the most time left first.</summary>
    Task<IReadOnlyList<Session>> ListActiveAsync(DateTimeOffset now, int limit, int offset, CancellationToken cancellationToken);

    Task<SessionCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>How many sessions there are.</summary>
/// <param name="Total">All that are not forgotten.</param>
/// <param name="Active">Those that last.</param>
/// <param name="ExpiringSoon">Those of the active ones whose end is near.</param>
public sealed record SessionCounts(long Total, long Active, long ExpiringSoon);
