using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

internal sealed class Participation(IChannelRepository channels) : IParticipation
{
    public Task<bool> HasPersonAsync(ActorId id, CancellationToken cancellationToken) => channels.HasPersonAsync(id, cancellationToken);

    public Task RenameAgentAsync(ActorId agent, DisplayName name, CancellationToken cancellationToken) =>
        channels.RenameAgentAsync(agent, name, cancellationToken);

    public Task RemoveAgentAsync(ActorId agent, CancellationToken cancellationToken) => channels.RemoveAgentAsync(agent, cancellationToken);
}
