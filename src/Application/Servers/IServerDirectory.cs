using Eliza.Application.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Servers;

/// <summary>What other modules may ask of servers.</summary>
public interface IServerDirectory : IModulePort
{
    /// <summary>Makes sure that the server is there when the present unit of work commits: a server named for the first time is created.</summary>
    Task EnsureAsync(ServerId id, CancellationToken cancellationToken);
}
