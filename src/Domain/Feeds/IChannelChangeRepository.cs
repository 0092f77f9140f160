using Eliza.Domain.Common;

namespace Eliza.Domain.Feeds;

/// <summary>What happened in channels. The unit of work adds to it by itself, from the events that aggregates raise.</summary>
public interface IChannelChangeRepository
{
    /// <summary>Those that no other server is at work on, kept from others until they are saved.</summary>
    Task<IReadOnlyList<ChannelChange>> ClaimAsync(ISpecification<ChannelChange> specification, CancellationToken cancellationToken);

    void Remove(ChannelChange change);
}
