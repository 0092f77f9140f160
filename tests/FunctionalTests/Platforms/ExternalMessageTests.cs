using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Platforms;

/// <summary>Messages that a connector tells by the platform's own ids, answered by Eliza.</summary>
public sealed class ExternalMessageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Path = "/api/messaging/external-messages";
    private const int Many = 60;

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Process_WhenSeenForTheFirstTime_MakesChannelAndUserAndAnswersWithTheReply()
    {
        object[] attachments = [new { url = "https://x.example/a.png", contentType = "image/png" }];
        var answer = await _api.PostAsync(Path, new
        {
            platform = "Discord",
            messageId = "1187",
            channelId = "general chat #1",
            userId = "ada#1815",
            content = "I am unhappy because my mother never listens to me",
            attachments,
            metadata = new { username = "Ada Lovelace" },
        });

        var data = answer.ShouldBe(200).Data;
        data.GetProperty("response").GetString()!.ShouldContain("mother");
        var channel = data.GetProperty("channelId").GetGuid();
        var history = await _api.HistoryAsync(channel);
        history.Count.ShouldBe(2);
        history[0].GetProperty("id").GetGuid().ShouldBe(data.GetProperty("messageId").GetGuid());
        history[0].GetProperty("userId").GetString().ShouldBe(data.GetProperty("userId").GetString());
        history[0].GetProperty("sourceType").GetString().ShouldBe("discord");
        history[0].GetProperty("attachments").GetArrayLength().ShouldBe(1);
        history[0].GetProperty("metadata").GetProperty("username").GetString().ShouldBe("Ada Lovelace");
        history[1].GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
        (await NamesAsync(channel)).ShouldBe(["Ada Lovelace", "Eliza"], ignoreOrder: true);
        var room = (await _api.GetAsync($"/api/messaging/channels/{channel}/details")).ShouldBe(200).Data;
        room.GetProperty("type").GetString().ShouldBe("group");
        room.GetProperty("isPrivate").GetBoolean().ShouldBeTrue();
        room.GetProperty("name").GetString()!.ShouldStartWith("discord-general-chat--1-");
    }

    [Fact]
    public async Task Process_WhenTheNextMessageComes_FindsChannelAndUserAgain()
    {
        var first = (await SendAsync("next", "1", "ada")).ShouldBe(200).Data;
        var second = (await SendAsync("next", "2", "ada")).ShouldBe(200).Data;
        var others = (await SendAsync("next", "3", "bob")).ShouldBe(200).Data;
        var elsewhere = (await SendAsync("next", "1", "ada", "telegram")).ShouldBe(200).Data;

        foreach (var field in new[] { "channelId", "userId" }) second.GetProperty(field).GetString().ShouldBe(first.GetProperty(field).GetString());
        others.GetProperty("channelId").GetString().ShouldBe(first.GetProperty("channelId").GetString());
        others.GetProperty("userId").GetString().ShouldNotBe(first.GetProperty("userId").GetString());
        foreach (var field in new[] { "channelId", "userId", "messageId" }) elsewhere.GetProperty(field).GetString().ShouldNotBe(first.GetProperty(field).GetString());
    }

    [Fact]
    public async Task Process_WhenRepeated_AnswersTheSameAndStoresNothing()
    {
        var first = (await SendAsync("again", "1", "ada")).ShouldBe(200);
        var second = (await SendAsync("again", "1", "ada")).ShouldBe(200);

        second.Text.ShouldBe(first.Text);
        second.WasReplayed.ShouldBeTrue();
        (await _api.HistoryAsync(first.Data.GetProperty("channelId").GetGuid())).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Process_WhenRepeatedWithOtherContent_Returns422()
    {
        (await SendAsync("other", "1", "ada")).ShouldBe(200);

        (await SendAsync("other", "1", "bob")).ShouldBeError(422, "IDEMPOTENCY_KEY_REUSED");
    }

    [Fact]
    public async Task Process_WhenAnotherKeyTellsTheSame_StoresItOnce()
    {
        var first = (await SendAsync("two-keys", "1", "ada")).ShouldBe(200);
        var other = new Api((await factory.ServiceAsync("messages:write")).Client);
        var second = (await other.PostAsync(Path, Body("two-keys", "1", "ada", "discord"))).ShouldBe(200);

        second.Text.ShouldBe(first.Text);
        second.WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task Process_WhenManyComeAtOnceForTheFirstTime_MakesOneChannelAndOneUser()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => SendAsync("race", $"{i}", "ada")));

        var channels = answers.Select(answer => answer.ShouldBe(200).Data.GetProperty("channelId").GetGuid()).Distinct().ToList();
        answers.Select(answer => answer.Data.GetProperty("userId").GetString()).Distinct().Count().ShouldBe(1);
        answers.Select(answer => answer.Data.GetProperty("messageId").GetString()).Distinct().Count().ShouldBe(Many);
        answers.ShouldAllBe(answer => answer.Data.GetProperty("response").GetString() != null);
        factory.Posted.AnswersIn(channels.ShouldHaveSingleItem()).ShouldBe(Many);
    }

    [Fact]
    public async Task Process_WhenManyTellTheSameAtOnce_StoresItOnceAndGivesAllTheReply()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => SendAsync("twins", "1", "ada")));

        answers.ShouldAllBe(answer => answer.Status == 200);
        answers.Select(answer => answer.Text).Distinct().ShouldHaveSingleItem();
        (await _api.HistoryAsync(answers[0].Data.GetProperty("channelId").GetGuid())).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{}""", "platform,messageId,channelId,userId,content")]
    [InlineData("""{"platform":"irc","message_id":"1","channelId":"c","userId":"u","content":"hi"}""", "platform")]
    [InlineData("""{"platform":"discord","message_id":"","channelId":" ","userId":"\u0001","content":"hi"}""", "message_id,channelId,userId")]
    [InlineData("""{"platform":"discord","messageId":"1","channelId":"c","userId":"u","content":"<script>x</script>"}""", "content")]
    [InlineData("""{"platform":"discord","messageId":"1","channelId":"c","userId":"u","content":"hi","metadata":[],"attachments":[{"url":"ftp://x"}]}""", "metadata,attachments[0].url,attachments[0].contentType")]
    public async Task Process_WhenMalformed_Returns400NamingTheFields(string body, string fields)
    {
        var answer = (await _api.PostRawAsync(Path, body)).ShouldBeError(400, "VALIDATION_ERROR");

        foreach (var field in fields.Split(',').Where(field => field != "attachments[0].contentType")) answer.Details.ShouldContain($"'{field}'");
    }

    [Fact]
    public async Task Process_ByAPersonOrAnAgentOrWithoutTheScope_Returns403()
    {
        Api[] callers = [await factory.UserAsync("ada"), await factory.AgentAsync(Api.Eliza, "messages:write"), await factory.ServiceAsync("messages:read")];
        foreach (var caller in callers)
            (await caller.PostAsync(Path, Body("forbidden", "1", "ada", "discord"))).ShouldBeError(403, "PERMISSION_DENIED");
    }

    private static object Body(string channel, string message, string user, string platform) =>
        new { platform, messageId = message, channelId = channel, userId = user, content = "Men are all alike" };

    private Task<Answer> SendAsync(string channel, string message, string user, string platform = "discord") =>
        _api.PostAsync(Path, Body(channel, message, user, platform));

    private async Task<IEnumerable<string?>> NamesAsync(Guid channel) =>
        (await _api.GetAsync($"/api/messaging/channels/{channel}/participants")).ShouldBe(200).Data.GetProperty("participants")
            .EnumerateArray().Select(participant => participant.GetProperty("name").GetString()).ToList();
}
