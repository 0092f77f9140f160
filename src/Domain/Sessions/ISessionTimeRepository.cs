namespace Eliza.Domain.Sessions;

/// <summary>Keeps the one <see cref="SessionTime"/>.</summary>
public interface ISessionTimeRepository
{
    void Add(SessionTime time);

    /// <summary>Null until the first is kept.</summary>
    Task<SessionTime?> FindAsync(CancellationToken cancellationToken);
}
