using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

/// <summary>Has a channel tell, after the commit of the present unit of work, what another module did in it.</summary>
public interface IChannelNotifier : IModulePort
{
    /// <summary>Its messages were deleted, many at once.</summary>
    /// <param name="channel">The channel; one that is gone has nothing to tell.</param>
    /// <param name="user">Whose messages they were; null for everybody's.</param>
    /// <param name="count">How many they were.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task TellClearedAsync(ChannelId channel, ActorId? user, long count, CancellationToken cancellationToken);
}
