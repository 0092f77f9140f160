using Eliza.Application.Health;

namespace Eliza.UnitTests.TestData;

/// <summary>A server that has been running for a minute and a half.</summary>
internal sealed class FakeServerState : IServerState
{
    public TimeSpan Uptime => TimeSpan.FromSeconds(90);

    public int Connections => 2;

    public MemoryUse Memory => MemoryUse.Of(512, 2048);

    public bool IsDraining { get; init; }
}
