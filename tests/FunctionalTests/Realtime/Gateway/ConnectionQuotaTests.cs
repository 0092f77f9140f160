using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>How many connections there may be, of each caller and in all.</summary>
public sealed class ConnectionQuotaTests(ConnectionQuotaTests.Factory factory) : IClassFixture<ConnectionQuotaTests.Factory>
{
    private const int MostOfOne = 2;
    private const int Most = 5;

    [Fact]
    public async Task Connections_BeyondTheQuota_AreRefusedUntilOneIsClosed()
    {
        var channel = await factory.Api.CreateRoomAsync();
        var token = await factory.Api.IssueTokenAsync("ada");
        await using var socket = await TestSocket.ConnectAsync(factory, token);
        using var client = factory.CreateAuthorizedClient(token);
        var stream = await client.GetAsync($"/api/messaging/channels/{channel}/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        stream.EnsureSuccessStatusCode();

        await using (var third = await TestSocket.OpenAsync(factory)) (await third.ConnectAsync(new { token })).ShouldBeRefused("RATE_LIMIT_EXCEEDED");
        (await factory.WithCredential(token).GetAsync($"/api/messaging/channels/{channel}/events")).ShouldBeError(429, "RATE_LIMIT_EXCEEDED");
        await using (var other = await TestSocket.OfUserAsync(factory, "bob")) await other.JoinAsync(channel);

        await socket.DisposeAsync();
        await factory.Log.WaitForAsync(line => line.Contains("of user:ada is gone"));
        await using (var again = await TestSocket.ConnectAsync(factory, token)) await again.JoinAsync(channel);
        stream.Dispose();
    }

    [Fact]
    public async Task Connections_OfAServiceAndInAll_AreOnlyLimitedByTheServer()
    {
        await using var crowded = new Factory();
        var sockets = new List<TestSocket>();
        for (var number = 0; number < Most; number++) sockets.Add(await TestSocket.ConnectAsync(crowded));

        var refused = (await crowded.Anonymous.GetAsync("/socket.io/?EIO=4&transport=polling")).ShouldBe(503);
        refused.Headers["Retry-After"].ShouldBe("5");
        await Should.ThrowAsync<System.Net.WebSockets.WebSocketException>(() => TestSocket.OpenAsync(crowded));

        foreach (var socket in sockets) await socket.DisposeAsync();
    }

    public sealed class Factory : ApiFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Realtime:MaxConnectionsPerCaller", $"{MostOfOne}");
            builder.UseSetting("Realtime:MaxConnections", $"{Most}");
        }
    }
}
