using Eliza.Application.Common;

namespace Eliza.Application.Sessions.GetSessionHealth;

/// <summary>How the sessions fare.</summary>
public sealed record GetSessionHealthQuery : IQuery<SessionHealth>;
