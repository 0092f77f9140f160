using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Feeds;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Feeds;

/// <summary>Many at once, and slow ones among them.</summary>
public sealed class CrowdOfListenersTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Listeners_UnderManyPosters_AllHearOneOrder()
    {
        var channel = await OpenAsync();
        var listeners = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => EventListener.OpenAsync(_api, channel)));

        var hearing = Task.WhenAll(listeners.Select(listener => listener.TakeAsync(200)));
        var posted = await Task.WhenAll(Enumerable.Range(0, 20).Select(PostTenAsync));
        var heard = await hearing;

        heard[0].Select(told => told.Guid("id")).ShouldBe(posted.SelectMany(ids => ids), ignoreOrder: true);
        foreach (var told in heard) told.Select(one => one.Id).ShouldBe(heard[0].Select(one => one.Id));
        foreach (var ids in posted) heard[0].Select(told => told.Guid("id")).Where(ids.Contains).ShouldBe(ids);
        foreach (var listener in listeners) listener.Dispose();

        async Task<IReadOnlyList<Guid>> PostTenAsync(int poster)
        {
            var (api, ids) = (factory.Api, new List<Guid>());
            for (var i = 0; i < 10; i++) ids.Add(await api.SubmitAsync(channel, $"{i}", $"user-{poster}"));
            return ids;
        }
    }

    /// <summary>It reads nothing, while more is told than waits for it and than fits on the line.</summary>
    [Fact]
    public async Task Listener_ThatDoesNotRead_IsLetGoAndGoesOnWhereItWas()
    {
        var channel = await OpenAsync();
        using var slow = await EventListener.OpenAsync(_api, channel);
        using var quick = await EventListener.OpenAsync(_api, channel);
        var text = new string('x', 3_900);
        var hearing = quick.TakeAsync(2_200);
        for (var batch = 0; batch < 22; batch++)
        {
            var messages = Enumerable.Range(0, 100).Select(i => new { channel_id = channel, author_id = "ada", content = text });
            (await _api.PostAsync("/api/messaging/messages/batch", new { messages })).ShouldBe(200);
        }
        var all = await hearing;

        var first = await slow.RestAsync();
        using var again = await EventListener.OpenAsync(_api, channel, slow.LastId);
        var second = await again.TakeAsync(2_200 - first.Count);

        first.Count.ShouldBeLessThan(2_200);
        first.Concat(second).Select(told => told.Id).ShouldBe(all.Select(told => told.Id));
    }

    [Fact]
    public async Task Listener_WhenItGoes_LeavesNothingBehind()
    {
        var channel = await OpenAsync();
        var listener = await EventListener.OpenAsync(_api, channel);
        var feeds = factory.Services.GetRequiredService<ChannelFeeds>();
        await _api.SubmitAsync(channel, "Hello");
        await listener.NextAsync("messageBroadcast");
        feeds.Channels.ShouldContain(id => id.Value == channel);

        listener.Dispose();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (feeds.Channels.Any(id => id.Value == channel)) await again.WaitForNextTickAsync(patience.Token);
    }

    private Task<Guid> OpenAsync() => _api.CreateChannelAsync($"crowd-{Guid.CreateVersion7():N}");
}
