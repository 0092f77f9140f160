using Eliza.Application.Health;
using Eliza.Application.Health.GetReadiness;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Health;

public sealed class GetReadinessTests
{
    [Fact]
    public async Task Handle_WhenTheBrokerIsAway_IsReadyAllTheSame()
    {
        var report = (await HandleAsync(new FakeServerState(), new Probe("database"), new Probe("bus", ProbeResult.Degraded("not connected")))).ShouldSucceed();

        report.Status.ShouldBe("ready");
        report.Dependencies.ShouldBe(new Dictionary<string, string> { ["bus"] = "degraded", ["database"] = "healthy" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Handle_WhenTheDatabaseIsBehind_SaysWhy()
    {
        var error = (await HandleAsync(new FakeServerState(), new Probe("database", ProbeResult.Unhealthy("migrations are pending")), new Probe("agents", ProbeResult.Unhealthy())))
            .ShouldFail("Health.NotReady");

        (error.Kind, error.Details).ShouldBe((ErrorKind.Unavailable, "Send requests elsewhere: agents, database (migrations are pending)"));
    }

    [Fact]
    public async Task Handle_WhileDraining_IsNotReadyAndAsksNobody()
    {
        var hanging = new HangingProbe();

        var error = (await HandleAsync(new FakeServerState { IsDraining = true }, hanging)).ShouldFail("Health.NotReady");

        error.Details.ShouldBe("Send requests elsewhere: draining");
        hanging.Looks.ShouldBe(0);
    }

    private static Task<Result<ReadinessReport>> HandleAsync(IServerState state, params IHealthProbe[] probes) =>
        new GetReadinessQueryHandler(new HealthSurvey(probes, new ManualTimeProvider()), state).Handle(new GetReadinessQuery(), TestContext.Current.CancellationToken);
}
