using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Messages;

public sealed class ListMessagesTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("channels")]
    [InlineData("central-channels")]
    public async Task ListMessages_ByOffset_CountsFromTheNewestAndReadsOldestFirst(string path)
    {
        var (channel, _) = await ChannelOfAsync($"offset-{path}", 5);

        var newest = (await _api.GetAsync($"/api/messaging/{path}/{channel}/messages?limit=2&offset=0")).ShouldBe(200).Data;
        var oldest = (await _api.GetAsync($"/api/messaging/{path}/{channel}/messages?limit=2&offset=4")).ShouldBe(200).Data;

        Texts(newest).ShouldBe(["3", "4"]);
        Texts(oldest).ShouldBe(["0"]);
        Texts((await _api.GetAsync($"/api/messaging/{path}/{channel}/messages?limit=2&offset=&before=&after=")).ShouldBe(200).Data).ShouldBe(["3", "4"]);
        newest.GetProperty("pagination").GetRawText().ShouldBe("""{"limit":2,"offset":0,"total":5}""");

        var behind = (await _api.GetAsync($"/api/messaging/{path}/{channel}/messages?limit=2&offset=5")).ShouldBe(200).Data;
        Texts(behind).ShouldBeEmpty();
        behind.GetProperty("pagination").GetRawText().ShouldBe("""{"limit":2,"offset":5,"total":5}""");
    }

    [Fact]
    public async Task ListMessages_WithoutParameters_GivesFifty()
    {
        var (channel, _) = await ChannelOfAsync("default", 52);
        var page = (await _api.GetAsync($"/api/messaging/channels/{channel}/messages")).ShouldBe(200).Data;
        Texts(page).ShouldBe(Enumerable.Range(2, 50).Select(i => $"{i}"));
    }

    /// <summary>Pages are read in another way than single messages.</summary>
    [Fact]
    public async Task ListMessages_OfMessagesWithEverything_ShowsThemAsTheyShowThemselves()
    {
        var channel = await _api.CreateChannelAsync("everything", withEliza: true);
        await _api.JoinAsync(channel, "ada");
        var root = await _api.SubmitAsync(channel, "A plain one", "bob");
        var full = new
        {
            channel_id = channel,
            author_id = "ada",
            content = "@bob and 猫, see \"this\"",
            in_reply_to_message_id = root,
            source_type = "telegram",
            metadata = new { mood = "good", deep = new { n = 1.5 } },
            attachments = new[] { new { url = "https://x.example/a.png", name = "a.png", size = 7, title = "A" } },
        };
        (await _api.PostAsync("/api/messaging/submit", full)).ShouldBe(201);
        (await _api.EditAsync(root, "A plain one, edited for @ada")).ShouldBe(200);

        var page = await _api.HistoryAsync(channel);

        page.Count.ShouldBeGreaterThanOrEqualTo(2);
        page.ShouldContain(message => message.GetProperty("threadId").ValueKind == JsonValueKind.String && message.GetProperty("attachments").GetArrayLength() == 1);
        page.ShouldContain(message => message.GetProperty("editedAt").ValueKind == JsonValueKind.Number && message.GetProperty("mentions").GetArrayLength() == 1);
        foreach (var message in page)
        {
            var alone = (await _api.GetAsync($"/api/messaging/messages/{message.GetProperty("id").GetGuid()}")).ShouldBe(200);
            message.GetRawText().ShouldBe(alone.Data.GetProperty("message").GetRawText());
        }
    }

    [Fact]
    public async Task ListMessages_BackwardsByBefore_ShowsEveryMessageOnce()
    {
        var (channel, ids) = await ChannelOfAsync("backwards", 7);

        var seen = new List<string>();
        var cursor = ids[6].ToString();
        while (true)
        {
            var page = Texts(await PageAsync(channel, $"limit=3&before={cursor}"));
            if (page.Count == 0) break;
            seen.InsertRange(0, page);
            cursor = ids[int.Parse(page[0], null)].ToString();
        }

        seen.ShouldBe(["0", "1", "2", "3", "4", "5"]);
    }

    [Fact]
    public async Task ListMessages_ForwardsByAfter_ShowsWhatComesNext()
    {
        var (channel, ids) = await ChannelOfAsync("forwards", 7);

        Texts(await PageAsync(channel, $"limit=3&after={ids[1]}")).ShouldBe(["2", "3", "4"]);
        Texts(await PageAsync(channel, $"limit=3&after={ids[6]}")).ShouldBeEmpty();
        Texts(await PageAsync(channel, $"after={ids[1]}&before={ids[4]}")).ShouldBe(["2", "3"]);
        Texts(await PageAsync(channel, $"limit=1&after={ids[1]}&before={ids[4]}")).ShouldBe(["3"]);
    }

    [Fact]
    public async Task ListMessages_ByTime_UnderstandsSecondsAndMilliseconds()
    {
        var (channel, _) = await ChannelOfAsync("by-time", 3);
        var created = (await _api.HistoryAsync(channel))[0].GetProperty("createdAt").GetInt64();

        foreach (var unit in new[] { 1, 1000 })
        {
            Texts(await PageAsync(channel, $"before={(created + 3600) * unit}")).ShouldBe(["0", "1", "2"]);
            Texts(await PageAsync(channel, $"before={created * unit}")).ShouldBeEmpty();
            Texts(await PageAsync(channel, $"after={(created - 3600) * unit}")).ShouldBe(["0", "1", "2"]);
            Texts(await PageAsync(channel, $"after={(created + 3600) * unit}")).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("limit=0", "Field 'limit' must be from 1 to 100")]
    [InlineData("limit=101&offset=-1", "Field 'limit' must be from 1 to 100; Field 'offset' must be 0 or more")]
    [InlineData("limit=ten", "Field 'limit' must be a whole number")]
    [InlineData("limit=0x2", "Field 'limit' must be a whole number")]
    [InlineData("limit=%232", "Field 'limit' must be a whole number")]
    [InlineData("limit=%202", "Field 'limit' must be a whole number")]
    [InlineData("limit=2&limit=3", "Field 'limit' must be a whole number")]
    [InlineData("before=yesterday", "Field 'before' must be a message id or a time")]
    [InlineData("after=-5", "Field 'after' must be a message id or a time")]
    [InlineData("after=99999999999999999999", "Field 'after' must be a message id or a time")]
    [InlineData("before=1700000000&offset=3", "Field 'offset' cannot be combined with before or after")]
    public async Task ListMessages_WithBadParameters_Returns400(string query, string details)
    {
        var channel = await _api.CreateChannelAsync($"bad-{Guid.CreateVersion7():N}");
        var answer = (await _api.GetAsync($"/api/messaging/channels/{channel}/messages?{query}")).ShouldBeError(400, "VALIDATION_ERROR");
        answer.Details.ShouldContain(details);
        answer.Json.GetProperty("error").GetProperty("message").GetString().ShouldBe("Invalid request parameters");
    }

    [Fact]
    public async Task ListMessages_OfNoChannelOrFromNoMessage_Returns404()
    {
        var channel = await _api.CreateChannelAsync("no-message");
        var elsewhere = await _api.SubmitAsync(await _api.CreateChannelAsync("other-channel"), "Hello");

        (await _api.GetAsync("/api/messaging/channels/invalid-channel/messages"))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Channel with ID 'invalid-channel' does not exist");
        (await _api.GetAsync($"/api/messaging/channels/{channel}/messages?before={elsewhere}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    private static IReadOnlyList<string> Texts(JsonElement page) =>
        [.. page.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString()!)];

    private async Task<JsonElement> PageAsync(Guid channel, string query) =>
        (await _api.GetAsync($"/api/messaging/channels/{channel}/messages?{query}")).ShouldBe(200).Data;

    private async Task<(Guid Channel, IReadOnlyList<Guid> Ids)> ChannelOfAsync(string name, int count)
    {
        var channel = await _api.CreateChannelAsync(name);
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++) ids.Add(await _api.SubmitAsync(channel, $"{i}"));
        return (channel, ids);
    }
}
