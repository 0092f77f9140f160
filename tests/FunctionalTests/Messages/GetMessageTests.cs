using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Messages;

public sealed class GetMessageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task GetMessage_WhenItIsThere_AnswersItBothWays()
    {
        var channel = await _api.CreateOpenAsync();
        var id = await _api.SubmitAsync(channel, "Hello");

        var data = (await _api.GetAsync($"/api/messaging/messages/{id}")).ShouldBe(200).Data;

        data.GetProperty("id").GetGuid().ShouldBe(id);
        data.GetProperty("message").GetRawText().ShouldBe((await _api.HistoryAsync(channel))[0].GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/thread")]
    [InlineData("/edits")]
    public async Task GetMessage_WhenThereIsNone_Returns404BeforeItIsForbidden(string part)
    {
        var stranger = await factory.UserAsync("stranger");
        var hidden = await _api.SubmitAsync(await _api.CreatePrivateAsync("ada"), "Hello");

        (await stranger.GetAsync($"/api/messaging/messages/{Guid.CreateVersion7()}{part}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await stranger.GetAsync($"/api/messaging/messages/nothing{part}"))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Message with ID 'nothing' does not exist");
        (await stranger.GetAsync($"/api/messaging/messages/{hidden}{part}")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Theory]
    [InlineData("thread")]
    [InlineData("edits")]
    public async Task Pages_WithBadParameters_Return400(string part)
    {
        var id = await _api.SubmitAsync(await _api.CreateOpenAsync(), "Hello");
        (await _api.GetAsync($"/api/messaging/messages/{id}/{part}?limit=0&offset=-1"))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Field 'limit' must be from 1 to 100; Field 'offset' must be 0 or more");
    }

    [Fact]
    public async Task GetThread_OfAnyOfItsMessages_IsTheWholeThreadOldestFirst()
    {
        var channel = await _api.CreateOpenAsync();
        var root = await _api.SubmitAsync(channel, "root");
        var reply = await ReplyAsync(channel, root, "reply 1");
        await _api.SubmitAsync(channel, "something else");
        await ReplyAsync(channel, reply, "reply 2");
        var last = await ReplyAsync(channel, root, "reply 3");

        foreach (var message in new[] { root, reply, last })
        {
            var thread = (await _api.GetAsync($"/api/messaging/messages/{message}/thread")).ShouldBe(200).Data;
            thread.Texts().ShouldBe(["root", "reply 1", "reply 2", "reply 3"]);
            thread.GetProperty("pagination").GetRawText().ShouldBe("""{"limit":50,"offset":0,"total":4}""");
        }
    }

    [Theory]
    [InlineData(1, 0, "root")]
    [InlineData(2, 0, "root 1")]
    [InlineData(2, 1, "1 2")]
    [InlineData(2, 2, "2 3")]
    [InlineData(5, 3, "3")]
    [InlineData(5, 4, "")]
    public async Task GetThread_ByPages_ShowsEachMessageOnce(int limit, int offset, string expected)
    {
        var channel = await _api.CreateOpenAsync();
        var root = await _api.SubmitAsync(channel, "root");
        for (var i = 1; i <= 3; i++) await ReplyAsync(channel, root, $"{i}");

        var page = (await _api.GetAsync($"/api/messaging/messages/{root}/thread?limit={limit}&offset={offset}")).ShouldBe(200).Data;

        string.Join(' ', page.Texts()).ShouldBe(expected);
        page.GetProperty("pagination").GetProperty("total").GetInt64().ShouldBe(4);
    }

    [Fact]
    public async Task GetThread_WhenItsRootIsDeleted_HoldsTheReplies()
    {
        var channel = await _api.CreateOpenAsync();
        var root = await _api.SubmitAsync(channel, "root");
        var reply = await ReplyAsync(channel, root, "1");
        await ReplyAsync(channel, root, "2");
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{root}")).ShouldBe(200);

        var thread = (await _api.GetAsync($"/api/messaging/messages/{reply}/thread?limit=1&offset=1")).ShouldBe(200).Data;

        thread.Texts().ShouldBe(["2"]);
        thread.GetProperty("pagination").GetProperty("total").GetInt64().ShouldBe(2);
        (await _api.GetAsync($"/api/messaging/messages/{reply}")).Data.GetProperty("inReplyToMessageId").GetGuid().ShouldBe(root);
    }

    [Fact]
    public async Task GetThread_OfAMessageOutsideAny_IsItselfAlone()
    {
        var id = await _api.SubmitAsync(await _api.CreateOpenAsync(), "alone");
        (await _api.GetAsync($"/api/messaging/messages/{id}/thread")).ShouldBe(200).Data.Texts().ShouldBe(["alone"]);
        (await _api.GetAsync($"/api/messaging/messages/{id}/edits")).ShouldBe(200).Data.GetProperty("edits").GetArrayLength().ShouldBe(0);
    }

    private async Task<Guid> ReplyAsync(Guid channel, Guid to, string content) =>
        (await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content, in_reply_to_message_id = to }))
        .ShouldBe(201).Data.GetProperty("id").GetGuid();
}
