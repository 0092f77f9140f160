using Eliza.Application.Common;

namespace Eliza.Application.Agents.FetchInbox;

/// <summary>
/// Gives an agent of the kind remote the messages that it is to answer, each under a lease; waits for one where there is none.
/// The agent may, and whoever manages agents.
/// </summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
/// <param name="Limit">How many at most: 1 to 20; one when missing.</param>
/// <param name="WaitSeconds">How long to wait: 0 to 30; not at all when missing.</param>
/// <param name="LeaseSeconds">How long the agent may take for each: 10 to 600; 60 when missing.</param>
public sealed record FetchInboxCommand(string AgentId, int? Limit, int? WaitSeconds, int? LeaseSeconds) : ICommand<Inbox>, IWaits
{
    string IWaits.WaitsFor => InboxTopic.Of(AgentId);

    TimeSpan IWaits.Patience => TimeSpan.FromSeconds(WaitSeconds ?? 0);
}
