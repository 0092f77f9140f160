using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Platforms;

/// <summary>The list form of ingest-external, as the published client sends it.</summary>
public sealed class IngestListTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Path = "/api/messaging/ingest-external";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Ingest_OfAList_StoresEachOnceInItsOrderAndHasEachAnswered()
    {
        object[] messages = [.. Enumerable.Range(0, 100).Select(i => (object)new
        {
            id = $"{i}", authorId = $"user-{i % 3}", content = $"My brother number {i} is like me", timestamp = 1763777000000.5 + i, metadata = new { userName = $"Name {i % 3}" },
        })];
        var answer = (await _api.PostAsync(Path, new { platform = "telegram", channelId = "-100123", messages })).ShouldBe(200);

        (answer.Data.GetProperty("processed").GetInt32(), answer.Json.GetProperty("processed").GetInt32()).ShouldBe((100, 100));
        var channel = answer.Data.GetProperty("channelId").GetGuid();
        await factory.Posted.WaitForAnswersAsync(channel, 100);
        var history = (await _api.HistoryAsync(channel, "limit=100&offset=100")).Concat(await _api.HistoryAsync(channel))
            .Where(message => message.GetProperty("sourceType").GetString() == "telegram").ToList();
        history.Select(message => message.GetProperty("text").GetString()).ShouldBe(Enumerable.Range(0, 100).Select(i => $"My brother number {i} is like me"));
        history.Select(message => message.GetProperty("userId").GetString()).Distinct().Count().ShouldBe(3);

        var again = (await _api.PostAsync(Path, new { platform = "telegram", channelId = "-100123", messages })).ShouldBe(200);
        again.Data.GetProperty("processed").GetInt32().ShouldBe(100);
        var total = (await _api.GetAsync($"/api/messaging/channels/{channel}/messages")).Data.GetProperty("pagination").GetProperty("total").GetInt32();
        total.ShouldBe(200);
    }

    [Fact]
    public async Task Ingest_OfAListThatRepeatsItself_StoresEachOnceAndSharesTheUsersOfExternalMessages()
    {
        object[] messages = [new { id = "1", authorId = "ada", content = "Hello" }, new { id = "1 ", authorId = " ada", content = "Hello" }];
        var answer = (await _api.PostAsync(Path, new { platform = "discord", channel_id = "shared", messages })).ShouldBe(200);
        answer.Data.GetProperty("processed").GetInt32().ShouldBe(2);
        var channel = answer.Data.GetProperty("channelId").GetGuid();
        var user = (await _api.HistoryAsync(channel))[0].GetProperty("userId").GetString();

        var other = (await _api.PostAsync("/api/messaging/external-messages", new { platform = "discord", messageId = "2", channelId = "shared", userId = "ada", content = "Hello" })).ShouldBe(200);
        (other.Data.GetProperty("userId").GetString(), other.Data.GetProperty("channelId").GetGuid()).ShouldBe((user, channel));
        (await _api.HistoryAsync(channel)).Count(message => message.GetProperty("userId").GetString() == user).ShouldBe(2);
    }

    [Fact]
    public async Task Ingest_WhenFortyListsComeAtOnce_StoresEachMessageOnce()
    {
        object[] messages = [.. Enumerable.Range(0, 5).Select(i => (object)new { id = $"{i}", authorId = "ada", content = "Hello" })];
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.PostAsync(Path, new { platform = "discord", channelId = "lists", messages })));

        var channel = answers.Select(answer => answer.ShouldBe(200).Data.GetProperty("channelId").GetGuid()).Distinct().ShouldHaveSingleItem();
        await factory.Posted.WaitForAnswersAsync(channel, 5);
        (await _api.HistoryAsync(channel)).Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("""{"platform":"discord","channelId":"c","messages":[]}""", "messages")]
    [InlineData("""{"messages":[{"id":"1","authorId":"a","content":"hi"}]}""", "platform", "channelId")]
    [InlineData("""{"platform":"discord","channelId":"c","messages":[{"id":"1","authorId":"a","content":"hi"},{"id":"2","author_id":"","timestamp":"now"},null]}""",
        "messages[1].author_id", "messages[1].content", "messages[1].timestamp", "messages[2]")]
    public async Task Ingest_OfAMalformedList_Returns400NamingTheItems(string body, params string[] fields)
    {
        var answer = (await _api.PostRawAsync(Path, body)).ShouldBeError(400, "VALIDATION_ERROR");

        foreach (var field in fields) answer.Details.ShouldContain($"'{field}'");
    }

    [Fact]
    public async Task Ingest_OfTooLongAList_Returns400()
    {
        object[] messages = [.. Enumerable.Range(0, 101).Select(i => (object)new { id = $"{i}", authorId = "ada", content = "Hello" })];

        (await _api.PostAsync(Path, new { platform = "discord", channelId = "c", messages })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("1 to 100");
    }

    [Fact]
    public async Task Ingest_OfAListByAnAgent_Returns403() =>
        (await (await factory.AgentAsync(Api.Eliza, "messages:write")).PostAsync(
            Path, new { platform = "discord", channelId = "c", messages = new[] { new { id = "1", authorId = "ada", content = "Hello" } } }))
            .ShouldBeError(403, "PERMISSION_DENIED");
}
