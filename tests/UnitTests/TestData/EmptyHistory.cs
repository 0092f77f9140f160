using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.UnitTests.TestData;

/// <summary>Nobody has said anything yet.</summary>
internal sealed class EmptyHistory : IMessageHistory, IChannelMessages
{
    public Task<IReadOnlyList<Message>> ListAsync(ISpecification<Message> page, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Message>>([]);

    public Task<Message?> FindAsync(MessageId id, CancellationToken cancellationToken) => Task.FromResult<Message?>(null);

    public Task<long> CountAsync(ISpecification<Message> page, CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<ChannelMessagePage> ListAsync(ChannelId channel, HistoryWindow window, int limit, int offset, CancellationToken cancellationToken) =>
        Task.FromResult(new ChannelMessagePage([], 0));

    public Task<long?> FindStampAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken) => Task.FromResult<long?>(null);
}
