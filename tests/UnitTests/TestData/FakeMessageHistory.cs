using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence;

namespace Eliza.UnitTests.TestData;

/// <summary>What was said, asked by the real specifications.</summary>
internal sealed class FakeMessageHistory(IReadOnlyList<Message> messages) : IMessageHistory
{
    public IReadOnlyList<Message> Messages => messages;

    public Task<Message?> FindAsync(MessageId id, CancellationToken cancellationToken) =>
        Task.FromResult(messages.FirstOrDefault(message => message.Id == id));

    public Task<IReadOnlyList<Message>> ListAsync(ISpecification<Message> page, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Message>>([.. SpecificationEvaluator.GetQuery(messages.AsQueryable(), page)]);

    public Task<long> CountAsync(ISpecification<Message> page, CancellationToken cancellationToken) =>
        Task.FromResult(SpecificationEvaluator.Filtered(messages.AsQueryable(), page).LongCount());

    public Task<long> CountAsync(ChannelId channel, CancellationToken cancellationToken) => Task.FromResult((long)messages.Count);

    public Task<long?> FindStampAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken) =>
        Task.FromResult(messages.FirstOrDefault(message => message.Id == id && message.ChannelId == channel)?.Stamp);
}
