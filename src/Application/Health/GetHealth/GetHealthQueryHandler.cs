using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Health.GetHealth;

internal sealed class GetHealthQueryHandler(IEnumerable<IHealthProbe> probes, IServerState state, TimeProvider time) : IRequestHandler<GetHealthQuery, Result<HealthReport>>
{
    private static readonly HealthCheck Pass = new("pass");

    public async Task<Result<HealthReport>> Handle(GetHealthQuery query, CancellationToken cancellationToken)
    {
        var dependencies = new Dictionary<string, string>();
        foreach (var probe in probes.OrderBy(probe => probe.Name, StringComparer.Ordinal))
            dependencies[probe.Name] = await probe.IsHealthyAsync(cancellationToken) ? "healthy" : "unhealthy";

        string[] unhealthy = [.. dependencies.Where(dependency => dependency.Value != "healthy").Select(dependency => dependency.Key)];
        return unhealthy.Length > 0
            ? HealthErrors.Unhealthy(unhealthy)
            : new HealthReport(
                "OK",
                ServerVersion.Text,
                time.GetUtcNow(),
                dependencies,
                dependencies.Keys.ToDictionary(name => name, _ => Pass),
                Math.Round(state.Uptime.TotalSeconds, 3));
    }
}
