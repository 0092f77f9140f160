using Eliza.Application.Common;

namespace Eliza.Application.Sessions.ForgetSessions;

/// <summary>Removes the sessions that ended so long ago that nobody is told of them, that many at most; the answer is how many.</summary>
public sealed record ForgetSessionsCommand(int Limit) : ICommand<int>;
