using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>Reads what was said, without tracking it.</summary>
/// <remarks>
/// It gives messages and not answers: this is the most used read there is, and an answer made by hand from a loaded row
/// costs less than a mapped projection.
/// </remarks>
public interface IMessageHistory
{
    /// <summary>One message, wherever it is; null when there is none.</summary>
    Task<Message?> FindAsync(MessageId id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Message>> ListAsync(ISpecification<Message> page, CancellationToken cancellationToken);

    /// <summary>How many messages the specification asks for, whatever its page.</summary>
    Task<long> CountAsync(ISpecification<Message> page, CancellationToken cancellationToken);

    /// <summary>How many messages the channel holds: its counter, at the same cost for any number.</summary>
    Task<long> CountAsync(ChannelId channel, CancellationToken cancellationToken);

    /// <summary>The stamp of a message of the channel; null when the channel has no such message.</summary>
    Task<long?> FindStampAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken);
}
