using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Health.GetReadiness;

internal sealed class GetReadinessQueryHandler(HealthSurvey survey, IServerState state) : IRequestHandler<GetReadinessQuery, Result<ReadinessReport>>
{
    private const string Draining = "draining";

    public async Task<Result<ReadinessReport>> Handle(GetReadinessQuery query, CancellationToken cancellationToken)
    {
        // Said at once, without asking anybody: the shorter the answer takes, the sooner nobody is sent here any more.
        if (state.IsDraining) return HealthErrors.NotReady([Draining]);

        var found = await survey.AskAllAsync(cancellationToken);
        string[] reasons = [.. found.Where(one => one.Value.State is HealthState.Unhealthy).Select(one => ReasonOf(one.Key, one.Value))];
        return reasons.Length > 0
            ? HealthErrors.NotReady(reasons)
            : new ReadinessReport("ready", found.ToDictionary(one => one.Key, one => HealthWords.Of(one.Value.State)));
    }

    private static string ReasonOf(string name, ProbeResult result) => result.Reason is { } reason ? $"{name} ({reason})" : name;
}
