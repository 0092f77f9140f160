using Eliza.Application.Common;

namespace Eliza.Application.Sessions.WarnSessions;

/// <summary>Warns of the ends of sessions that are near, of that many at most; the answer is how many.</summary>
public sealed record WarnSessionsCommand(int Limit) : ICommand<int>;
