using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Agents.ReturnRun;

/// <summary>
/// Gives back what the agent fetched: untried, to be fetched again at once; or with an error, as a failed attempt, to be fetched
/// again after a pause, six times in all.
/// </summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
/// <param name="RunId">From the path, as the client wrote it.</param>
/// <param name="Lease">As it was given with the message; a lost one is a conflict.</param>
/// <param name="Error">What went wrong, at most 500 characters.</param>
public sealed record ReturnRunCommand(string AgentId, string RunId, string? Lease, string? Error) : ICommand<ReturnedRun>, IRepeatable;

/// <summary>What became of the run: pending or, after the last attempt, failed.</summary>
public sealed record ReturnedRun(Guid RunId, string Status);
