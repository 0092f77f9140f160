using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

/// <summary>Where somebody takes part, over all channels.</summary>
public interface IParticipation : IModulePort
{
    /// <summary>Whether somebody of that id takes part anywhere who is no agent.</summary>
    Task<bool> HasPersonAsync(ActorId id, CancellationToken cancellationToken);

    /// <summary>Gives an agent its new name wherever it takes part, in the present unit of work.</summary>
    Task RenameAgentAsync(ActorId agent, DisplayName name, CancellationToken cancellationToken);

    /// <summary>Takes an agent out of every channel, in the present unit of work.</summary>
    Task RemoveAgentAsync(ActorId agent, CancellationToken cancellationToken);
}
