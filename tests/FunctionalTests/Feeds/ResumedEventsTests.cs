using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Feeds;

/// <summary>Who comes back with what it knows last hears the rest: nothing left out, nothing twice. The clock stands still unless the test moves it.</summary>
public sealed class ResumedEventsTests(ScriptedFactory factory) : IClassFixture<ScriptedFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    [InlineData("message")]
    public async Task Events_WhenResumed_GoOnBehindWhatIsKnown(string by)
    {
        var channel = await OpenAsync();
        using var before = await EventListener.OpenAsync(_api, channel);
        var messages = await PostAsync(channel, 5);
        var known = (await before.TakeAsync(2))[^1];
        before.Dispose();
        (await _api.PatchAsync($"/api/messaging/messages/{messages[0]}", new { content = "edited" })).ShouldBe(200);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{messages[3]}")).ShouldBe(200);

        using var listener = by switch
        {
            "header" => await EventListener.OpenAsync(_api, channel, known.Id),
            "query" => await EventListener.OpenAsync(_api, EventListener.PathOf(channel, $"?after={known.Id}")),
            _ => await EventListener.OpenAsync(_api, channel, $"{messages[1]}"),
        };
        var later = await _api.SubmitAsync(channel, "later", "ada");
        var told = await listener.TakeAsync(5);

        told.Select(one => one.Type).ShouldBe(["messageBroadcast", "messageBroadcast", "messageUpdated", "messageDeleted", "messageBroadcast"]);
        new[] { told[0].Guid("id"), told[1].Guid("id"), told[2].Guid("id"), told[3].Guid("messageId"), told[4].Guid("id") }
            .ShouldBe([messages[2], messages[4], messages[0], messages[3], later]);
    }

    [Fact]
    public async Task Events_OfABatchInOneMillisecond_AreResumedFromEachOfThem()
    {
        var channel = await OpenAsync();
        var messages = Enumerable.Range(0, 100).Select(i => new { channel_id = channel, author_id = "ada", content = $"{i}" });
        (await _api.PostAsync("/api/messaging/messages/batch", new { messages })).ShouldBe(200);
        var all = await MissedAsync(channel, "0");
        all.Select(one => one.Text("text")).ShouldBe(Enumerable.Range(0, 100).Select(i => $"{i}"));

        foreach (var known in new[] { 0, 1, 49, 98, 99 })
            (await MissedAsync(channel, all[known].Id!)).Select(one => one.Text("text")).ShouldBe(Enumerable.Range(known + 1, 99 - known).Select(i => $"{i}"));
    }

    /// <summary>Several pages, with edits among them, while others post.</summary>
    [Fact]
    public async Task Events_WhenAThousandWereMissedAndMoreCome_AreAllToldInOrder()
    {
        var channel = await OpenAsync();
        for (var batch = 0; batch < 11; batch++)
        {
            var messages = Enumerable.Range(100 * batch, 100).Select(i => new { channel_id = channel, author_id = "ada", content = $"{i}" });
            (await _api.PostAsync("/api/messaging/messages/batch", new { messages })).ShouldBe(200);
            await _api.JoinAsync(channel, $"newcomer-{batch}");
        }

        using var listener = await EventListener.OpenAsync(_api, channel, "0");
        var posting = Task.Run(async () =>
        {
            for (var i = 1100; i < 1200; i++) await _api.SubmitAsync(channel, $"{i}", "ada");
        }, TestContext.Current.CancellationToken);
        var told = await listener.TakeAsync(1211);
        await posting;

        told.Where(one => one.Type == "messageBroadcast").Select(one => one.Text("text")).ShouldBe(Enumerable.Range(0, 1200).Select(i => $"{i}"));
        told.Count(one => one.Type == "participantJoined").ShouldBe(11);
        told.Select(one => long.Parse(one.Id!)).Distinct().Count().ShouldBe(1211);
        told.Select(one => long.Parse(one.Id!)).ShouldBeInOrder();
    }

    [Fact]
    public async Task Events_AskedForOnce_EndWhereTheHistoryDoes()
    {
        var channel = await OpenAsync();
        var messages = await PostAsync(channel, 3);

        (await MissedAsync(channel, "0")).Select(one => one.Guid("id")).ShouldBe(messages);
        (await MissedAsync(channel, $"{messages[2]}")).ShouldBeEmpty();
        using var now = await EventListener.OpenAsync(_api, EventListener.PathOf(channel, "?once=true"));
        (await now.RestAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_BehindWhatIsNoCursor_AreRefused()
    {
        var channel = await OpenAsync();

        foreach (var none in new[] { "x", "-1", "1.5", "99999999999999999999", "%00", "1%202" })
            (await _api.GetAsync(EventListener.PathOf(channel, $"?after={none}&once=true"))).ShouldBeError(400, "VALIDATION_ERROR");
        (await _api.GetAsync(EventListener.PathOf(channel, "?once=maybe"))).ShouldBeError(400, "VALIDATION_ERROR");
        (await _api.GetAsync(EventListener.PathOf(channel, $"?after={Guid.CreateVersion7()}"))).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        var elsewhere = await _api.SubmitAsync(await OpenAsync(), "elsewhere", "ada");
        (await _api.GetAsync(EventListener.PathOf(channel, $"?after={elsewhere}"))).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.GetAsync(EventListener.PathOf(Guid.CreateVersion7()))).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Events_BehindWhatIsNotYet_BeginNowAndSayThatTheHistoryIsToBeReadAnew()
    {
        var channel = await OpenAsync();
        await PostAsync(channel, 3);
        using var listener = await EventListener.OpenAsync(_api, channel, $"{long.MaxValue}");

        (await listener.NextAsync("resync")).Guid("channelId").ShouldBe(channel);
        var next = await _api.SubmitAsync(channel, "next", "ada");
        (await listener.NextAsync("messageBroadcast")).Guid("id").ShouldBe(next);
    }

    [Fact]
    public async Task Events_FromLongerAgoThanChangesAreKept_SayThatTheHistoryIsToBeReadAnew()
    {
        var channel = await OpenAsync();
        var first = (await PostAsync(channel, 1))[0];
        var known = (await MissedAsync(channel, "0"))[^1].Id!;
        factory.Time.SetForth(TimeSpan.FromDays(7));
        var kept = await EventListener.OpenAsync(_api, EventListener.PathOf(channel, $"?after={known}&once=true"));
        (await kept.RestAsync()).ShouldBeEmpty();
        var second = await _api.SubmitAsync(channel, "a week later", "ada");
        (await MissedAsync(channel, known)).ShouldHaveSingleItem().Guid("id").ShouldBe(second);

        factory.Time.SetForth(TimeSpan.FromMilliseconds(1));
        var told = await MissedAsync(channel, known);

        told.Select(one => one.Type).ShouldBe(["resync", "messageBroadcast"]);
        told[1].Guid("id").ShouldBe(second);
        first.ShouldNotBe(second);
    }

    private Task<Guid> OpenAsync() => _api.CreateChannelAsync($"resumed-{Guid.CreateVersion7():N}");

    private async Task<IReadOnlyList<Guid>> PostAsync(Guid channel, int count)
    {
        var messages = new List<Guid>();
        for (var i = 0; i < count; i++) messages.Add(await _api.SubmitAsync(channel, $"{i}", "ada"));
        return messages;
    }

    private async Task<IReadOnlyList<EventListener.Told>> MissedAsync(Guid channel, string after)
    {
        using var listener = await EventListener.OpenAsync(_api, EventListener.PathOf(channel, $"?after={after}&once=true"));
        return await listener.RestAsync();
    }
}
