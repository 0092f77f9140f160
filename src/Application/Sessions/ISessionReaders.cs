using Eliza.Application.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Sessions;

/// <summary>What other modules may ask of who reads sessions.</summary>
public interface ISessionReaders : IModulePort
{
    /// <summary>Whether the session lasts and the present caller may read what is said in it.</summary>
    Task<bool> MayReadAsync(SessionId id, CancellationToken cancellationToken);
}
