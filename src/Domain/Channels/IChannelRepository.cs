using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

public interface IChannelRepository
{
    Task<Channel?> FindAsync(ISpecification<Channel> specification, CancellationToken cancellationToken);

    void Add(Channel channel);
}
