using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Messages;

public sealed class SearchMessagesTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Search = "/api/messaging/messages/search";

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("brown", "3 1")]
    [InlineData("BROWN", "3 1")]
    [InlineData("fox quick", "1")]
    [InlineData("qui", "1")]
    [InlineData("qui ", "")]
    [InlineData("qui fox", "")]
    [InlineData("cafe", "2")]
    [InlineData("CAFÉ", "2")]
    [InlineData("brown*", "3 1")]
    [InlineData("bro*", "")]
    [InlineData("brown -fox", "1")]
    [InlineData("brown OR cafe", "")]
    [InlineData("NOT brown", "")]
    [InlineData("\"brown\" AND \"fox\"", "")]
    [InlineData("content:brown", "")]
    [InlineData("NEAR(brown fox)", "")]
    [InlineData("brown fox\"", "1")]
    [InlineData("f", "")]
    [InlineData("東京", "4")]
    [InlineData("?!", "")]
    public async Task Search_ByWords_FindsThoseThatHoldThemAllNewestFirst(string query, string expected)
    {
        var channel = await _api.CreateOpenAsync();
        foreach (var text in new[] { "0", "1 the quick brown fox", "2 un café", "3 brown bread", "4 東京タワー" }) await _api.SubmitAsync(channel, text);

        var found = (await _api.PostAsync(Search, new { query, channelId = channel })).ShouldBe(200).Data;

        string.Join(' ', found.Texts().Select(text => text[..1])).ShouldBe(expected);
        found.GetProperty("pagination").GetProperty("total").GetInt64().ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Search_WithOtherFilters_FindsWhatMeetsThemAll()
    {
        var channel = await _api.CreateOpenAsync();
        var first = await _api.SubmitAsync(channel, "filtered one", "ada");
        await _api.SubmitAsync(channel, "filtered two", "bob");
        await _api.SubmitAsync(await _api.CreateOpenAsync(), "filtered three", "filter-ada");
        var at = (await _api.GetAsync($"/api/messaging/messages/{first}")).Data.GetProperty("createdAt").GetInt64();

        (await FindAsync(new { channel_id = channel, author_id = "ada" })).ShouldBe(["filtered one"]);
        (await FindAsync(new { query = "filtered", authorId = "filter-ada" })).ShouldBe(["filtered three"]);
        (await FindAsync(new { authorId = "filter-ada" })).ShouldBe(["filtered three"]);
        foreach (var from in new object[] { at - 60, (at - 60) * 1000, $"{at - 60}", DateTimeOffset.FromUnixTimeSeconds(at - 60).ToString("O") })
        {
            (await FindAsync(new { channelId = channel, from })).Count.ShouldBe(2);
            (await FindAsync(new { channelId = channel, query = "filtered", to = from })).ShouldBeEmpty();
        }
        (await FindAsync(new { text = "filtered", channelId = channel, from = at, to = at + 60 })).ShouldContain("filtered one");
        (await FindAsync(new { from = at - 1, limit = 100 })).ShouldContain("filtered three");
        (await FindAsync(new { query = "filtered", channelId = channel, limit = 1, offset = 1 })).ShouldBe(["filtered one"]);
    }

    [Fact]
    public async Task Search_ByPeopleAndAgents_FindsOnlyWhatTheyMayRead()
    {
        var (open, adas, elizas) = (await _api.CreateOpenAsync(), await _api.CreatePrivateAsync("reader-ada"), await _api.CreatePrivateAsync());
        (await _api.PostAsync($"/api/messaging/channels/{elizas}/agents", new { agentId = Api.Eliza })).ShouldBe(200);
        foreach (var (channel, text) in new[] { (open, "zebra open"), (adas, "zebra ada"), (elizas, "zebra eliza") })
            (await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "reader-ada", content = text })).ShouldBe(201);
        var (ada, bob, eliza) = (await factory.UserAsync("reader-ada"), await factory.UserAsync("reader-bob"), await factory.AgentAsync(Api.Eliza, "messages:read"));

        foreach (var filter in new object[] { new { query = "zebra" }, new { query = "zebra", authorId = "reader-ada" }, new { authorId = "reader-ada" } })
        {
            (await FindAsync(filter)).Count.ShouldBe(3);
            (await FindAsync(filter, ada)).ShouldBe(["zebra ada", "zebra open"]);
            (await FindAsync(filter, bob)).ShouldBe(["zebra open"]);
            (await FindAsync(filter, eliza)).ShouldBe(["zebra eliza", "zebra open"]);
            (await (await factory.AgentAsync(Api.Eliza, "messages:write")).PostAsync(Search, filter)).ShouldBeError(403, "PERMISSION_DENIED");
        }
        (await bob.PostAsync(Search, new { query = "zebra", channelId = adas })).ShouldBeError(403, "PERMISSION_DENIED");
        (await bob.PostAsync(Search, new { query = "zebra", channelId = Guid.CreateVersion7() })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await bob.PostAsync(Search, new { query = "zebra" })).Data.GetProperty("pagination").GetProperty("total").GetInt64().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{}""", "Field 'query' or another filter is required")]
    [InlineData("""{"limit":5}""", "Field 'query' or another filter is required")]
    [InlineData("""{"query":" "}""", "Field 'query' must not be empty or only white space")]
    [InlineData("""{"query":"a\u0000b"}""", "Field 'query' must not contain control characters")]
    [InlineData("""{"query":"x","limit":101,"offset":10001}""", "Field 'limit' must be from 1 to 100; Field 'offset' must be at most 10000")]
    [InlineData("""{"query":"x","offset":9223372036854775807}""", "Field 'offset' must be at most 10000")]
    [InlineData("""{"channel_id":"general"}""", "Field 'channel_id' must be a UUID")]
    [InlineData("""{"authorId":"two words"}""", "Field 'authorId' must be 1 to 128")]
    [InlineData("""{"from":"yesterday","to":-1}""", "Field 'from' must be a time in Unix seconds or milliseconds, or in ISO 8601; Field 'to' must be a time")]
    public async Task Search_ThatIsWrong_Returns400(string body, string details) =>
        (await _api.PostRawAsync(Search, body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 400)]
    public async Task Search_AroundTheMaximumLength_CountsCharacters(int length, int status) =>
        (await _api.PostAsync(Search, new { query = string.Concat(Enumerable.Repeat("🙂", length)) })).ShouldBe(status);

    [Fact]
    public async Task Search_OfAHundredWords_IsCarriedOut() =>
        (await FindAsync(new { query = string.Join(' ', Enumerable.Repeat("a", 100)) })).ShouldBeEmpty();

    [Fact]
    public async Task Search_AfterEditsAndDeletions_FindsWhatIsThereNow()
    {
        var channel = await _api.CreateOpenAsync();
        var id = await _api.SubmitAsync(channel, "an albatross");
        (await FindAsync(new { query = "albatross" })).ShouldBe(["an albatross"]);

        (await _api.EditAsync(id, "a pelican")).ShouldBe(200);
        (await FindAsync(new { query = "albatross" })).ShouldBeEmpty();
        (await FindAsync(new { query = "pelican" })).ShouldBe(["a pelican"]);

        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{id}")).ShouldBe(200);
        (await FindAsync(new { query = "pelican" })).ShouldBeEmpty();
        (await FindAsync(new { channelId = channel })).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> FindAsync(object body, Api? api = null) =>
        (await (api ?? _api).PostAsync(Search, body)).ShouldBe(200).Data.Texts();
}
