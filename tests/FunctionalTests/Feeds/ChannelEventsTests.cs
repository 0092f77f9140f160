using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Feeds;

/// <summary>What listeners of a channel are told of it, and in which order.</summary>
public sealed class ChannelEventsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Message_WhenPosted_IsToldWithAllThatClientsRead()
    {
        var channel = await OpenAsync();
        using var listener = await EventListener.OpenAsync(_api, channel);
        listener.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var posted = (await _api.PostAsync("/api/messaging/submit", new
        {
            channel_id = channel, author_id = "ada", content = "Hello", metadata = new { clientMessageId = "mine-1", user_display_name = "Ada L.", thought = "hm" },
        })).ShouldBe(201).Data.GetProperty("id").GetGuid();

        var told = await listener.NextAsync("messageBroadcast");

        (told.Guid("id"), told.Guid("channelId"), told.Guid("roomId"), told.Guid("serverId")).ShouldBe((posted, channel, channel, Guid.Empty));
        (told.Text("senderId"), told.Text("senderName"), told.Text("senderType"), told.Text("text")).ShouldBe(("ada", "Ada L.", "user", "Hello"));
        (told.Text("clientMessageId"), told.Text("thought"), told.Text("eventId")).ShouldBe(("mine-1", "hm", told.Id));
        told.Data.GetProperty("metadata").GetProperty("clientMessageId").GetString().ShouldBe("mine-1");
        told.Data.GetProperty("createdAt").GetInt64().ShouldBeGreaterThan(1_700_000_000_000);
        told.Data.GetProperty("editedAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Changes_OfEveryKind_AreToldInTheirOrder()
    {
        var channel = await OpenAsync();
        await _api.SubmitAsync(channel, "zero", "bob");
        var (first, second) = (await _api.SubmitAsync(channel, "one", "ada"), await _api.SubmitAsync(channel, "two", "ada"));
        using var listener = await EventListener.OpenAsync(_api, channel);

        (await _api.PatchAsync($"/api/messaging/messages/{first}", new { content = "uno" })).ShouldBe(200);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{second}")).ShouldBe(200);
        await _api.JoinAsync(channel, "bob");
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/participants/bob")).ShouldBe(200);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/all?userId=ada")).ShouldBe(200);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages")).ShouldBe(200);
        (await _api.PatchAsync($"/api/messaging/channels/{channel}", new { description = "New" })).ShouldBe(200);
        var told = await listener.UntilAsync("channelUpdated");

        told.Select(one => one.Type).ShouldBe(
            ["messageUpdated", "messageDeleted", "participantJoined", "participantLeft", "channelCleared", "channelCleared", "channelUpdated"]);
        (told[0].Guid("id"), told[1].Guid("messageId")).ShouldBe((first, second));
        (told[2].Text("participantId"), told[2].Text("entityId"), told[2].Text("type"), told[3].Text("participantId")).ShouldBe(("bob", "bob", "user", "bob"));
        (told[4].Text("userId"), told[4].Data.GetProperty("deleted").GetInt64()).ShouldBe(("ada", 1));
        told[5].Data.GetProperty("userId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (told[6].Text("description"), told[6].Data.GetProperty("isPrivate").GetBoolean()).ShouldBe(("New", false));
        told.Select(one => long.Parse(one.Id!)).ShouldBeInOrder();
        told.ShouldAllBe(one => one.Text("eventId") == one.Id && one.Guid("channelId") == channel);
    }

    [Fact]
    public async Task Message_WhenEdited_IsToldAsItIsNow()
    {
        var channel = await OpenAsync();
        using var listener = await EventListener.OpenAsync(_api, channel);
        var message = await _api.SubmitAsync(channel, "one", "ada");
        var posted = await listener.NextAsync("messageBroadcast");

        (await _api.PatchAsync($"/api/messaging/messages/{message}", new { content = "uno" })).ShouldBe(200);
        var edited = await listener.NextAsync("messageUpdated");

        (edited.Guid("id"), edited.Text("text")).ShouldBe((message, "uno"));
        edited.Data.GetProperty("editedAt").GetInt64().ShouldBeGreaterThanOrEqualTo(posted.Data.GetProperty("createdAt").GetInt64());
        edited.Data.GetProperty("createdAt").GetInt64().ShouldBe(posted.Data.GetProperty("createdAt").GetInt64());
    }

    [Fact]
    public async Task Channel_WhenDeleted_IsToldLast()
    {
        var channel = await OpenAsync();
        using var listener = await EventListener.OpenAsync(_api, channel);

        (await _api.DeleteAsync($"/api/messaging/channels/{channel}")).ShouldBe(200);

        var told = (await listener.RestAsync()).ShouldHaveSingleItem();
        (told.Type, told.Guid("channelId"), told.Id).ShouldBe(("channelDeleted", channel, null));
        (await _api.GetAsync(EventListener.PathOf(channel, $"?after={listener.LastId}"))).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Mention_OfSomebody_IsToldToThatOneAlone()
    {
        var channel = await OpenAsync();
        foreach (var one in new[] { "ada", "bob" }) await _api.JoinAsync(channel, one);
        using var ada = await EventListener.OpenAsync(await factory.UserAsync("ada"), channel);
        using var bob = await EventListener.OpenAsync(await factory.UserAsync("bob"), channel);

        var message = await _api.SubmitAsync(channel, "What do you say, @bob?", "carol");
        await _api.SubmitAsync(channel, "Well?", "carol");
        (await ada.TakeAsync(2)).Select(told => told.Type).ShouldAllBe(type => type == "messageBroadcast");
        var heard = await bob.TakeAsync(3);

        var mention = heard.Single(told => told.Type == "mention");
        (mention.Guid("messageId"), mention.Text("senderId"), mention.Text("text"), mention.Id).ShouldBe((message, "carol", "What do you say, @bob?", null));
        heard.Count(told => told.Type == "messageBroadcast").ShouldBe(2);
    }

    private Task<Guid> OpenAsync() => _api.CreateChannelAsync($"events-{Guid.CreateVersion7():N}");
}
