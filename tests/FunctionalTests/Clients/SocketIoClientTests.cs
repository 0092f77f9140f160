namespace Eliza.FunctionalTests.Clients;

/// <summary>The official client connects, hears, talks and comes back, over each transport and as the reference's page uses it.</summary>
[Trait("Database", "Once")]
public sealed class SocketIoClientTests(SocketIoClient client) : IClassFixture<SocketIoClient>
{
    [Theory]
    [InlineData("default")]
    [InlineData("websocket")]
    [InlineData("polling")]
    [InlineData("reference")]
    public void Client_OverEachTransport_TalksAndComesBack(string run)
    {
        if (client.Obstacle is { } obstacle) Assert.Skip(obstacle);
        client.Runs.Keys.ShouldContain(run);
        client.Runs[run].Outcome.ShouldBe("passed", client.Runs[run].Reason);
        client.Log.Lines.ShouldNotContain(line => line.StartsWith("Error"));
    }
}
