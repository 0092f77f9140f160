using Eliza.Application.Health;
using Eliza.Application.Health.GetHealth;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Health;

public sealed class GetHealthTests
{
    [Fact]
    public async Task Handle_WhenEverythingWorks_ReportsEachDependency()
    {
        var report = (await HandleAsync(new Probe("database"), new Probe("agents"))).ShouldSucceed();

        (report.Status, report.Timestamp).ShouldBe(("OK", Times.Now));
        report.Version.ShouldMatch(@"^\d+\.\d+\.\d+$");
        report.Uptime.ShouldBe(90);
        report.Checks.ShouldBe(new Dictionary<string, HealthCheck> { ["agents"] = new("pass"), ["database"] = new("pass") }, ignoreOrder: true);
        report.Dependencies.ShouldBe(new Dictionary<string, string> { ["agents"] = "healthy", ["database"] = "healthy" });
    }

    [Fact]
    public async Task Handle_WhenSomethingDoesNotWork_NamesIt()
    {
        var error = (await HandleAsync(new Probe("database", ProbeResult.Unhealthy("unreachable")), new Probe("agents"), new Probe("bus", ProbeResult.Unhealthy()))).ShouldFail("Health.Unhealthy");

        (error.Kind, error.Details).ShouldBe((ErrorKind.Unavailable, "Not working at the moment: bus, database"));
    }

    [Fact]
    public async Task Handle_WhenSomethingIsDegraded_SaysSoAndIsWell()
    {
        var report = (await HandleAsync(new Probe("database"), new Probe("bus", ProbeResult.Degraded("not connected")))).ShouldSucceed();

        report.Status.ShouldBe("OK");
        report.Checks["bus"].ShouldBe(new HealthCheck("warn"));
        report.Dependencies.ShouldBe(new Dictionary<string, string> { ["bus"] = "degraded", ["database"] = "healthy" }, ignoreOrder: true);
    }

    private static Task<Result<HealthReport>> HandleAsync(params Probe[] probes)
    {
        var time = new ManualTimeProvider();
        return new GetHealthQueryHandler(new HealthSurvey(probes, time), new FakeServerState(), time).Handle(new GetHealthQuery(), TestContext.Current.CancellationToken);
    }
}
