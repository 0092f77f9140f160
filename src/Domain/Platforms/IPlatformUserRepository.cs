using Eliza.Domain.Common;

namespace Eliza.Domain.Platforms;

/// <summary>Who of the platforms' users is who here.</summary>
public interface IPlatformUserRepository
{
    Task<PlatformUser?> FindAsync(Source source, CancellationToken cancellationToken);

    void Add(PlatformUser user);
}
