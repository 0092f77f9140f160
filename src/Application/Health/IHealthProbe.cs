namespace Eliza.Application.Health;

/// <summary>Tells whether one thing that the server stands on works. Every one that is registered is asked.</summary>
public interface IHealthProbe
{
    /// <summary>The name in the report.</summary>
    string Name { get; }

    Task<bool> IsHealthyAsync(CancellationToken cancellationToken);
}
