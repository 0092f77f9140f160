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
        var report = (await HandleAsync(new Probe("database", true), new Probe("agents", true))).ShouldSucceed();

        (report.Status, report.Timestamp).ShouldBe(("OK", Times.Now));
        report.Version.ShouldMatch(@"^\d+\.\d+\.\d+$");
        report.Uptime.ShouldBe(90);
        report.Checks.ShouldBe(new Dictionary<string, HealthCheck> { ["agents"] = new("pass"), ["database"] = new("pass") }, ignoreOrder: true);
        report.Dependencies.ShouldBe(new Dictionary<string, string> { ["agents"] = "healthy", ["database"] = "healthy" });
    }

    [Fact]
    public async Task Handle_WhenSomethingDoesNotWork_NamesIt()
    {
        var error = (await HandleAsync(new Probe("database", false), new Probe("agents", true), new Probe("bus", false))).ShouldFail("Health.Unhealthy");

        (error.Kind, error.Details).ShouldBe((ErrorKind.Unavailable, "Not working at the moment: bus, database"));
    }

    private static Task<Result<HealthReport>> HandleAsync(params Probe[] probes) =>
        new GetHealthQueryHandler(probes, new FakeServerState(), new ManualTimeProvider()).Handle(new GetHealthQuery(), TestContext.Current.CancellationToken);

    private sealed record Probe(string Name, bool IsHealthy) : IHealthProbe
    {
        public Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => Task.FromResult(IsHealthy);
    }
}
