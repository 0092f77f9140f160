using System.Text.Json;
using Eliza.Domain.Channels;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

public sealed class ListSessionMessagesTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly DateTimeOffset Start = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task List_OfANewSession_IsEmptyWithoutCursors()
    {
        var (path, _) = await OpenAsync();

        (await _api.GetAsync(path)).ShouldBe(200).Text.ShouldBe("""{"messages":[],"hasMore":false,"cursors":{"before":null,"after":null}}""");
    }

    [Theory]
    [InlineData("after=0", null, 0L)]
    [InlineData("before=5", 5L, null)]
    [InlineData("before=1893553445678&after=1893553445001", 1893553445678, 1893553445001)]
    [InlineData("after=2030-01-02T03:04:05.678Z", null, 1893553445678)]
    [InlineData("before=1960-01-01&after=2030-01-02T04:04:05%2B01:00", 0L, 1893553445000)]
    [InlineData("before=&after=253402300799999", null, 253402300799999)]
    public async Task List_WhenThePageIsEmpty_GivesTheCursorsBack(string query, long? before, long? after)
    {
        var (path, _) = await OpenAsync();

        var cursors = (await _api.GetAsync($"{path}?{query}")).ShouldBe(200).Json.GetProperty("cursors");

        (Number(cursors, "before"), Number(cursors, "after")).ShouldBe((before, after));
    }

    [Fact]
    public async Task List_OfASession_ShowsWhoSaidWhatNewestFirst()
    {
        var (path, _) = await OpenAsync();
        var attachments = new[] { new { url = "https://x.example/a.png", contentType = "image/png", name = "a.png", size = 7 } };
        var sent = (await _api.PostAsync(path, new { content = "My mother never listens", attachments, metadata = new { mood = "sad" }, transport = "http" })).ShouldBe(201).Json;

        var messages = (await _api.GetAsync(path)).ShouldBe(200).Json.GetProperty("messages").EnumerateArray().ToList();

        messages.Count.ShouldBe(2);
        messages.Select(message => message.GetProperty("isAgent").GetBoolean()).ShouldBe([true, false]);
        messages[0].GetProperty("authorId").GetString().ShouldBe(Api.Eliza);
        foreach (var field in new[] { "id", "content", "authorId", "createdAt", "metadata" })
            messages[1].GetProperty(field).GetRawText().ShouldBe(sent.GetProperty(field).GetRawText());
        messages[1].GetProperty("attachments").GetRawText().ShouldBe(
            """[{"url":"https://x.example/a.png","contentType":"image/png","name":"a.png","size":7,"title":null,"description":null}]""");
    }

    [Fact]
    public async Task List_ByTimes_LeavesOutWhatWasSaidAtThem()
    {
        var (path, channel) = await OpenAsync();
        await SayAsync(channel, 0, 1000, 2000, 3000);

        (await PageAsync(path, "limit=2")).ShouldBe([3000, 2000], hasMore: true);
        (await PageAsync(path, "limit=2&after=2030-01-02T03:04:05Z")).ShouldBe([2000, 1000], hasMore: true);
        (await PageAsync(path, $"limit=2&after={Start.ToUnixTimeMilliseconds() + 1000}")).ShouldBe([3000, 2000], hasMore: false);
        (await PageAsync(path, "limit=2&before=2030-01-02T03:04:08.000Z")).ShouldBe([2000, 1000], hasMore: true);
        (await PageAsync(path, "limit=2&before=2030-01-02T03:04:08Z&after=2030-01-02T03:04:05.999Z")).ShouldBe([2000, 1000], hasMore: false);
        (await PageAsync(path, "limit=2&before=2030-01-02T03:04:08Z&after=2030-01-02T03:04:04Z")).ShouldBe([2000, 1000], hasMore: true);
    }

    [Fact]
    public async Task List_WithoutALimit_GivesFifty()
    {
        var (path, channel) = await OpenAsync();
        await SayAsync(channel, [.. Enumerable.Range(0, 51)]);

        (await PageAsync(path, "")).ShouldBe([.. Enumerable.Range(1, 50).Reverse()], hasMore: true);
        (await PageAsync(path, "limit=100")).ShouldBe([.. Enumerable.Range(0, 51).Reverse()], hasMore: false);
    }

    [Theory]
    [InlineData("limit=0", "Field 'limit' must be from 1 to 100")]
    [InlineData("limit=101", "Field 'limit' must be from 1 to 100")]
    [InlineData("limit=ten", "Field 'limit' must be a whole number")]
    [InlineData("before=yesterday", "Field 'before' must be a time in Unix milliseconds or in ISO 8601")]
    [InlineData("after=-5", "Field 'after' must be a time in Unix milliseconds or in ISO 8601")]
    [InlineData("after=1.5", "Field 'after' must be a time in Unix milliseconds or in ISO 8601")]
    [InlineData("before=253402300800000&after=99999999999999999999", "Field 'before' must be a time in Unix milliseconds or in ISO 8601; Field 'after' must be")]
    public async Task List_WithBadParameters_Returns400(string query, string details)
    {
        var (path, _) = await OpenAsync();

        (await _api.GetAsync($"{path}?{query}")).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);
    }

    [Fact]
    public async Task List_OfNoSessionOrByStrangers_IsRefused()
    {
        var (path, _) = await OpenAsync();

        (await _api.GetAsync($"/api/messaging/sessions/{Guid.CreateVersion7()}/messages")).ShouldBeError(404, "SESSION_NOT_FOUND");
        (await (await factory.UserAsync("stranger")).GetAsync(path)).ShouldBeError(403, "PERMISSION_DENIED");
    }

    private static long? Number(JsonElement cursors, string name) =>
        cursors.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

    private async Task<(string Path, ChannelId Channel)> OpenAsync()
    {
        var session = (await _api.PostAsync("/api/messaging/sessions", new { agentId = Api.Eliza, userId = Guid.CreateVersion7() })).ShouldBe(201).Json;
        return ($"/api/messaging/sessions/{session.GetProperty("sessionId").GetGuid()}/messages", new ChannelId(session.GetProperty("channelId").GetGuid()));
    }

    /// <summary>Says something at each of those milliseconds.</summary>
    private async Task SayAsync(ChannelId channel, params int[] milliseconds)
    {
        foreach (var millisecond in milliseconds)
        {
            await using var unit = new StampedUnit(factory);
            unit.Add(channel, Start.AddMilliseconds(millisecond));
            await unit.CommitAsync();
        }
    }

    private async Task<Page> PageAsync(string path, string query)
    {
        var page = (await _api.GetAsync($"{path}?{query}")).ShouldBe(200).Json;
        var milliseconds = page.GetProperty("messages").EnumerateArray().Select(message => (int)(message.GetProperty("createdAt").GetDateTimeOffset() - Start).TotalMilliseconds);
        return new Page([.. milliseconds], page.GetProperty("hasMore").GetBoolean());
    }

    private sealed record Page(IReadOnlyList<int> Milliseconds, bool HasMore)
    {
        public void ShouldBe(IReadOnlyList<int> milliseconds, bool hasMore)
        {
            Milliseconds.ShouldBe(milliseconds);
            HasMore.ShouldBe(hasMore);
        }
    }
}
