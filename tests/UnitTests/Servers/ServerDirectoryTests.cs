using Eliza.Application.Servers;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Servers;

public sealed class ServerDirectoryTests
{
    [Fact]
    public async Task Ensure_WhenNamedForTheFirstTime_CreatesItOnce()
    {
        var servers = new FakeServerRepository();
        var directory = new ServerDirectory(servers, new ManualTimeProvider());

        await directory.EnsureAsync(Ids.Server, TestContext.Current.CancellationToken);
        await directory.EnsureAsync(Ids.Server, TestContext.Current.CancellationToken);

        var server = servers.Servers.ShouldHaveSingleItem();
        (server.Id, server.Name.Value).ShouldBe((Ids.Server, $"Server {Ids.Server}"));
    }
}
