using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Application.Access;

/// <summary>
/// A trusted service speaks for anybody, a person and an agent for themselves, and an agent for each person who lets it.
/// </summary>
internal sealed class Authorship(ICaller caller, IAgentDirectory agents) : IAuthorship
{
    public async Task<ActorKind?> FindAsync(ActorId author, CancellationToken cancellationToken)
    {
        var kind = await agents.FindAsync(author, cancellationToken) is null ? ActorKind.User : ActorKind.Agent;
        return await IsAllowedAsync(author, kind, cancellationToken) ? kind : null;
    }

    private async Task<bool> IsAllowedAsync(ActorId author, ActorKind kind, CancellationToken cancellationToken) => caller.Current switch
    {
        null => false,
        { IsTrusted: true } => true,
        { Kind: CallerKind.User } person => person.Actor == author && kind is ActorKind.User,
        { Actor: { } agent } => agent == author || (kind is ActorKind.User && await agents.HasGrantAsync(agent, author, cancellationToken)),
        _ => false,
    };
}
