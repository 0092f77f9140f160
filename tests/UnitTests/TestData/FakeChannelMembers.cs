using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;

namespace Eliza.UnitTests.TestData;

/// <summary>Reads the participants of one channel, and which of them a fake directory knows as agents.</summary>
internal sealed class FakeChannelMembers(IReadOnlyList<Participant> participants) : IChannelMembers
{
    public Task<IReadOnlyList<string>> ListIdsAsync(ChannelId channel, int atMost, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(participants.Count > atMost ? [] : [.. participants.Select(participant => participant.ActorId.Value)]);

    public async Task<Page<AgentResponse>> ListAgentsAsync(ChannelId channel, int limit, int offset, CancellationToken cancellationToken)
    {
        var known = await new FakeAgentDirectory().ListAsync([.. participants.Select(participant => participant.ActorId)], cancellationToken);
        return new Page<AgentResponse>([.. known.Values.Skip(offset).Take(limit)], limit, offset, known.Count);
    }
}
