using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>Finds messages without tracking them; pages of a channel are read by <see cref="IChannelMessages"/>.</summary>
public interface IMessageHistory
{
    /// <summary>One message, wherever it is; null when there is none.</summary>
    Task<Message?> FindAsync(MessageId id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Message>> ListAsync(ISpecification<Message> page, CancellationToken cancellationToken);

    /// <summary>How many messages the specification asks for, whatever its page.</summary>
    Task<long> CountAsync(ISpecification<Message> page, CancellationToken cancellationToken);
}
