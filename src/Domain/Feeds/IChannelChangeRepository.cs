using Eliza.Domain.Common;

namespace Eliza.Domain.Feeds;

/// <summary>What happened in channels. The unit of work adds to it by itself, from the events that aggregates raise.</summary>
public interface IChannelChangeRepository
{
    Task<IReadOnlyList<ChannelChange>> ListAsync(ISpecification<ChannelChange> specification, CancellationToken cancellationToken);

    void Remove(ChannelChange change);
}
