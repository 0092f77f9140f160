using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Health.GetHealth;

internal sealed class GetHealthQueryHandler(HealthSurvey survey, IServerState state, TimeProvider time) : IRequestHandler<GetHealthQuery, Result<HealthReport>>
{
    private static readonly HealthCheck Pass = new("pass");
    private static readonly HealthCheck Warn = new("warn");

    public async Task<Result<HealthReport>> Handle(GetHealthQuery query, CancellationToken cancellationToken)
    {
        var found = await survey.AskAllAsync(cancellationToken);
        string[] unhealthy = [.. found.Where(one => one.Value.State is HealthState.Unhealthy).Select(one => one.Key)];
        return unhealthy.Length > 0
            ? HealthErrors.Unhealthy(unhealthy)
            : new HealthReport(
                "OK",
                ServerVersion.Text,
                time.GetUtcNow(),
                found.ToDictionary(one => one.Key, one => HealthWords.Of(one.Value.State)),
                found.ToDictionary(one => one.Key, one => one.Value.State is HealthState.Healthy ? Pass : Warn),
                Math.Round(state.Uptime.TotalSeconds, 3));
    }
}
