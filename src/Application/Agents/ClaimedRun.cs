using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <summary>A run that is the dispatcher's until its lease ends.</summary>
public sealed record ClaimedRun(AgentRunId Id, Conversation Conversation, Guid Lease)
{
    /// <summary>Takes the runs, and gives those that are the dispatcher's now; one whose attempts are used up is not.</summary>
    internal static IReadOnlyList<ClaimedRun> Claim(IEnumerable<AgentRun> due, DateTimeOffset now, TimeSpan leaseTime)
    {
        var claimed = new List<ClaimedRun>();
        foreach (var run in due)
        {
            var lease = Guid.CreateVersion7(now);
            run.Claim(lease, now, leaseTime);
            if (run.Lease == lease) claimed.Add(new ClaimedRun(run.Id, run.Conversation, lease));
        }
        return claimed;
    }
}
