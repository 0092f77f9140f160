using Eliza.Application.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Sessions;

/// <summary>What other modules may ask of who reads sessions.</summary>
public interface ISessionReaders : IModulePort
{
    /// <summary>Whether there is such a session, which may be over.</summary>
    Task<bool> ExistsAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>Whether the session lasts and the present caller may read what is said in it.</summary>
    Task<bool> MayReadAsync(SessionId id, CancellationToken cancellationToken);
}
