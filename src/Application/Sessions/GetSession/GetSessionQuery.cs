using Eliza.Application.Common;

namespace Eliza.Application.Sessions.GetSession;

/// <summary>One session, while it lasts.</summary>
public sealed record GetSessionQuery(string SessionId) : IQuery<SessionResponse>;
