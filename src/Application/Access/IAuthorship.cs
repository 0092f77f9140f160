using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Application.Access;

/// <summary>Decides in whose name the present caller may speak (contract: Authentication).</summary>
public interface IAuthorship : IModulePort
{
    /// <summary>Whether the author is a person or an agent; null when the caller may not speak in its name.</summary>
    Task<ActorKind?> FindAsync(ActorId author, CancellationToken cancellationToken);
}
