using Eliza.Application.Common;

namespace Eliza.Application.Sessions.ListSessions;

/// <summary>A page of all sessions that last; for operators alone.</summary>
public sealed record ListSessionsQuery(int? Limit, int? Offset) : IQuery<SessionListResponse>, IPagedQuery;
