using Eliza.Application.Health;

namespace Eliza.UnitTests.Health;

/// <summary>Finds what it was told to; healthy unless told.</summary>
internal sealed class Probe(string name, ProbeResult? result = null) : IHealthProbe
{
    public string Name => name;

    public Task<ProbeResult> LookAsync(CancellationToken cancellationToken) => Task.FromResult(result ?? ProbeResult.Healthy);
}
