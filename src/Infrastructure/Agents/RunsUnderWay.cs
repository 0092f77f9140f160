using System.Collections.Concurrent;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;

namespace Eliza.Infrastructure.Agents;

/// <summary>The runs that this server works on, and how many more each agent can take.</summary>
internal sealed class RunsUnderWay(int mostPerAgent)
{
    /// <summary>By lease: after a long sleep the same run may be under way twice, and only one of the two will count.</summary>
    private readonly ConcurrentDictionary<Guid, (ActorId Agent, Task Work)> _runs = new();
    private volatile IReadOnlyCollection<ActorId> _keptWaiting = [];

    /// <summary>Whether an agent that had to be passed over, because it was as busy as it may be, has a hand free now.</summary>
    public bool CanTakeWhatHadToWait
    {
        get
        {
            if (_keptWaiting is not { Count: > 0 } waiting) return false;
            var counts = Counts();
            return waiting.Any(agent => counts.GetValueOrDefault(agent) < mostPerAgent);
        }
    }

    public void Start(ClaimedRun run, Func<Task> work)
    {
        // Entered before it starts, so that it cannot end before it is entered.
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _runs[run.Lease] = (run.Conversation.AgentId, AfterAsync(begin.Task, work));
        begin.SetResult();
    }

    public void End(ClaimedRun run) => _runs.TryRemove(run.Lease, out _);

    public Task WhenAllEndedAsync() => Task.WhenAll(_runs.Values.Select(run => run.Work));

    /// <summary>Those of the conversations whose agents have a hand free for them.</summary>
    public IReadOnlyList<Conversation> Affordable(IReadOnlyCollection<Conversation> conversations)
    {
        var counts = Counts();
        var affordable = new List<Conversation>();
        var keptWaiting = new HashSet<ActorId>(_keptWaiting);
        foreach (var conversation in conversations)
        {
            var count = counts.GetValueOrDefault(conversation.AgentId);
            if (count >= mostPerAgent)
            {
                keptWaiting.Add(conversation.AgentId);
                continue;
            }
            counts[conversation.AgentId] = count + 1;
            affordable.Add(conversation);
        }
        _keptWaiting = keptWaiting;
        return affordable;
    }

    /// <summary>
    /// The agents that can take no more, and how many runs the others can: as all that is found may be one agent's, no more
    /// than the most occupied of them can.
    /// </summary>
    public (IReadOnlyCollection<ActorId> Busy, int Limit) Capacity()
    {
        var counts = Counts();
        ActorId[] busy = [.. counts.Where(agent => agent.Value >= mostPerAgent).Select(agent => agent.Key)];
        _keptWaiting = busy;
        return (busy, mostPerAgent - counts.Values.Where(count => count < mostPerAgent).DefaultIfEmpty(0).Max());
    }

    private Dictionary<ActorId, int> Counts() => _runs.Values.CountBy(run => run.Agent).ToDictionary();

    private static async Task AfterAsync(Task begin, Func<Task> work)
    {
        await begin;
        await work();
    }
}
