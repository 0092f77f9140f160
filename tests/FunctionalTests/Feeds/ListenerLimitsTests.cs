using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.RateLimiting;

namespace Eliza.FunctionalTests.Feeds;

/// <summary>What a stream costs: one request, however much is told.</summary>
public sealed class ListenerLimitsTests(LimitedFactory factory) : IClassFixture<LimitedFactory>
{
    [Fact]
    public async Task Stream_WhenOpened_DrawsOneRequestAndNoMoreForItsEvents()
    {
        factory.Refill();
        var channel = await factory.As("service:crm").CreateChannelAsync("limits");
        using (var listener = await EventListener.OpenAsync(factory.As("user:ada"), channel))
        {
            await factory.As("service:crm").SubmitAsync(channel, "one", "ada");
            await factory.As("service:crm").SubmitAsync(channel, "two", "ada");
            await listener.TakeAsync(2);
        }

        var left = (await factory.As("user:ada").GetAsync(EventListener.PathOf(channel, "?once=true"))).ShouldBe(200).Left("user");
        left.ShouldBe(LimitedFactory.User - 2);
        (await factory.As("user:ada").GetAsync(EventListener.PathOf(channel, "?once=true"))).ShouldBe(200);
        (await factory.As("user:ada").GetAsync(EventListener.PathOf(channel, "?once=true"))).ShouldBeRefused("user");
    }
}
