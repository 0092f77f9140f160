using Eliza.Application.Common;

namespace Eliza.Application.Agents.AbandonRuns;

/// <summary>
/// Ends the leases that a killed server left behind, at the start of the only server there is (the embedded database has
/// one), so that nobody waits for them to run out. Where several servers run, leases simply end.
/// </summary>
/// <param name="Limit">How many at a time; the answer says how many there were.</param>
public sealed record AbandonRunsCommand(int Limit) : ICommand<int>;
