using Eliza.Application.Common;

namespace Eliza.Application.Agents.PullRunsForward;

/// <summary>Brings back the runs that a clock, set back since, has left further ahead than any pause or lease reaches.</summary>
/// <param name="LeaseTime">How long a dispatcher may hold a run, longer than the longest pause.</param>
/// <param name="Limit">How many at a time; the answer says how many there were.</param>
public sealed record PullRunsForwardCommand(TimeSpan LeaseTime, int Limit) : ICommand<int>;
