using Eliza.Application.Health;
using Eliza.Application.Health.GetServers;
using Eliza.Application.Health.GetStatus;
using Eliza.Application.Health.StopServer;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Health;

public sealed class OperationHandlersTests
{
    private static readonly Overview Everything = new();

    [Fact]
    public async Task GetStatus_WithAgentsThatRest_CountsThemApart()
    {
        var status = (await new GetStatusQueryHandler(Everything, new FakeServerState(), new ManualTimeProvider())
            .Handle(new GetStatusQuery(), TestContext.Current.CancellationToken)).ShouldSucceed();

        (status.Status, status.AgentCount, status.Agents, status.Uptime).ShouldBe(("ok", 2, new AgentCounts(3, 2, 1), 90));
        status.Memory.ShouldBe(new MemoryUse(512, 2048, 25));
    }

    [Fact]
    public async Task GetServers_ByWhoIsNoAdmin_IsForbidden() => (await GetServersAsync(Callers.Service(Scopes.MessagesRead | Scopes.AgentsWrite))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);

    [Fact]
    public async Task GetServers_ByAnAdmin_ShowsNoEnvironment()
    {
        var report = (await GetServersAsync(Callers.Service(Scopes.Admin))).ShouldSucceed();
        report.Servers.ShouldHaveSingleItem().Agents.ShouldBe(["eliza"]);
        (report.Runtime.Connections, report.Runtime.Uptime).ShouldBe((2, 90));
        report.Environment.ShouldBeEmpty();
    }

    [Fact]
    public async Task StopServer_ByWhoIsNoAdmin_StopsNothing()
    {
        var stop = new Stop();
        (await StopAsync(stop, Callers.Service(Scopes.ChannelsWrite))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        stop.Requests.ShouldBe(0);

        (await StopAsync(stop, Callers.Service(Scopes.Admin))).ShouldSucceed().Stopping.ShouldBeTrue();
        stop.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 3, 33.3)]
    [InlineData(3, 2, 150)]
    public void MemoryUse_OfAnyAmounts_TellsTheShare(long used, long total, double percentage) => MemoryUse.Of(used, total).Percentage.ShouldBe(percentage);

    private static Task<Result<ServersReport>> GetServersAsync(Caller caller) => new GetServersQueryHandler(Everything, new FakeServerState(), caller.Calls())
        .Handle(new GetServersQuery(), TestContext.Current.CancellationToken);

    private static Task<Result<StopReport>> StopAsync(IServerStop stop, Caller caller) =>
        new StopServerCommandHandler(stop, caller.Calls()).Handle(new StopServerCommand(), TestContext.Current.CancellationToken);

    private sealed class Stop : IServerStop
    {
        public int Requests { get; private set; }

        public void Request() => Requests++;
    }

    private sealed class Overview : IServerOverview
    {
        public Task<IReadOnlyList<ServerSummary>> ListServersAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ServerSummary>>([new ServerSummary(Guid.Empty, "Default Server", "active", ["eliza"])]);

        public Task<IReadOnlyList<AgentSummary>> ListAgentsAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AgentSummary>>([new AgentSummary("eliza", "Eliza", "active")]);

        public Task<AgentCounts> CountAgentsAsync(CancellationToken cancellationToken) => Task.FromResult(new AgentCounts(3, 2, 1));
    }
}
