using Eliza.Application.Common;

namespace Eliza.Application.Sessions.GetNextDue;

/// <summary>How long it is until a session is to be warned or is over; zero when one is already, very long when there is none.</summary>
public sealed record GetNextDueQuery : IQuery<TimeSpan>;
