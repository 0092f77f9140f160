using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;

namespace Eliza.UnitTests.TestData;

/// <summary>Nobody has said anything yet.</summary>
internal sealed class EmptyHistory : IChannelMessages
{
    public Task<ChannelMessagePage> ListAsync(ChannelId channel, HistoryWindow window, int limit, int offset, CancellationToken cancellationToken) =>
        Task.FromResult(new ChannelMessagePage([], 0));

    public Task<long?> FindStampAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken) => Task.FromResult<long?>(null);
}
