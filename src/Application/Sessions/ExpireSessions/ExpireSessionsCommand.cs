using Eliza.Application.Common;

namespace Eliza.Application.Sessions.ExpireSessions;

/// <summary>Ends the sessions whose time is up, that many at most; the answer is how many.</summary>
public sealed record ExpireSessionsCommand(int Limit) : ICommand<int>;
