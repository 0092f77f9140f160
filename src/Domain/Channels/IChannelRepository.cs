using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>Channels, each loaded with as many of its participants as the specification asks for.</summary>
public interface IChannelRepository
{
    Task<Channel?> FindAsync(ISpecification<Channel> specification, CancellationToken cancellationToken);

    void Add(Channel channel);
}
