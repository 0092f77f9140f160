using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Domain.Channels;

/// <summary>Channels, each loaded with as many of its participants as the specification asks for.</summary>
public interface IChannelRepository
{
    Task<Channel?> FindAsync(ISpecification<Channel> specification, CancellationToken cancellationToken);

    /// <summary>The channel, which nobody else changes until the unit of work ends: for decisions that hang on other participants.</summary>
    Task<Channel?> FindAloneAsync(ISpecification<Channel> specification, CancellationToken cancellationToken);

    /// <summary>Loads the owners of a channel that was found alone.</summary>
    Task LoadOwnersAsync(Channel channel, CancellationToken cancellationToken);

    /// <summary>Loads all participants of a channel that was found alone; false, and none, when they are more than <paramref name="atMost"/>.</summary>
    Task<bool> TryLoadParticipantsAsync(Channel channel, int atMost, CancellationToken cancellationToken);

    /// <summary>Which of these a server's channels stand for already.</summary>
    Task<IReadOnlyCollection<Source>> ListSourcesAsync(ServerId server, IReadOnlyCollection<Source> among, CancellationToken cancellationToken);

    void Add(Channel channel);

    /// <summary>Takes the channel away with all that is in it; answers that tell its messages are emptied.</summary>
    Task RemoveAsync(Channel channel, CancellationToken cancellationToken);

    /// <summary>Whether somebody of that id takes part in any channel who is no agent.</summary>
    Task<bool> HasPersonAsync(ActorId id, CancellationToken cancellationToken);

    /// <summary>Gives an agent its new name wherever it takes part, by one statement.</summary>
    Task RenameAgentAsync(ActorId agent, DisplayName name, CancellationToken cancellationToken);

    /// <summary>Takes an agent out of every channel, by one statement and without events.</summary>
    Task RemoveAgentAsync(ActorId agent, CancellationToken cancellationToken);
}
