using Eliza.Application.Health;

namespace Eliza.Infrastructure.Bus;

/// <summary>Whether the broker is there. Without it a node does all that it does; others hear of it later.</summary>
internal sealed class BusProbe(RabbitBus bus) : IHealthProbe
{
    public string Name => "broker";

    public Task<ProbeResult> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult(bus.IsConnected ? ProbeResult.Healthy : ProbeResult.Degraded("not connected"));
}
