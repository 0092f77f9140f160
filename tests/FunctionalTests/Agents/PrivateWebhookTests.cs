using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.Agents;

/// <summary>Unless the operator allows it, nobody calls the operator's own network by way of an agent.</summary>
public sealed class PrivateWebhookTests(PrivateWebhookTests.Factory factory) : IClassFixture<PrivateWebhookTests.Factory>
{
    [Theory]
    [InlineData("address", "127.0.0.1")]
    [InlineData("name", "localhost")]
    [InlineData("mapped", "[::ffff:127.0.0.1]")]
    public async Task Message_ToAWebhookOfOurOwn_FailsWithoutACall(string agent, string host)
    {
        var channel = await factory.ChannelWithAsync(agent, "webhook", new { webhook = $"http://{host}:{factory.Hook.Address.Port}/hook" });
        await factory.Api.SubmitAsync(channel, "Hello");

        (await factory.RunAsync(channel, run => run.LastError is not null)).LastError.ShouldBe("The webhook's address is not a public one");
        factory.Hook.Requests.ShouldBeEmpty();
    }

    public sealed class Factory : AgentsFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Agents:AllowPrivateAddresses", "false");
        }
    }
}
