using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Channels;

public sealed class ServerChannelsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task List_ForPeopleAndAgents_LeavesOutThePrivateChannelsOfOthers()
    {
        var server = Guid.CreateVersion7();
        var open = await MakeAsync(server, "open");
        var secret = await MakeAsync(server, "secret", isPrivate: true);
        var shared = await MakeAsync(server, "shared", isPrivate: true);
        await _api.JoinAsync(shared, "ada", "guest");

        (await ListAsync(await factory.UserAsync("ada"), server)).ShouldBe([open, shared]);
        (await ListAsync(await factory.UserAsync("bob"), server)).ShouldBe([open]);
        (await ListAsync(await factory.AgentAsync(Api.Eliza, "messages:read"), server)).ShouldBe([open]);
        (await ListAsync(_api, server)).ShouldBe([open, secret, shared]);
        (await ListAsync(await factory.ServiceAsync("messages:read"), server)).ShouldBe([open, secret, shared]);
        (await (await factory.ServiceAsync("messages:write")).GetAsync($"/api/messaging/servers/{server}/channels")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task List_UnderEachName_IsBareOrUnderChannelsAndByPages()
    {
        var server = Guid.CreateVersion7();
        var channels = new List<Guid>();
        for (var i = 0; i < 5; i++) channels.Add(await MakeAsync(server, $"room-{i}"));

        var seen = new List<Guid>();
        for (var offset = 0; offset < 6; offset += 2)
        {
            var page = (await _api.GetAsync($"/api/messaging/message-servers/{server}/channels?limit=2&offset={offset}")).ShouldBe(200).Data;
            page.GetProperty("pagination").GetRawText().ShouldBe($$"""{"limit":2,"offset":{{offset}},"total":5}""");
            seen.AddRange(page.GetProperty("channels").EnumerateArray().Select(row => row.GetProperty("id").GetGuid()));
        }
        seen.ShouldBe(channels);
        foreach (var name in new[] { "servers", "central-servers" })
        {
            var answer = (await _api.GetAsync($"/api/messaging/{name}/{server}/channels")).ShouldBe(200);
            answer.Data.EnumerateArray().Select(row => row.GetProperty("id").GetGuid()).ShouldBe(channels);
            answer.Json.GetProperty("pagination").GetProperty("total").GetInt32().ShouldBe(5);
        }
        (await _api.GetAsync($"/api/messaging/servers/{server}/channels?limit=0")).ShouldBeError(400, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task Sync_Repeated_OpensWhatIsNotThereYet()
    {
        var server = (await _api.PostAsync("/api/messaging/servers", new { name = "Guild", sourceType = "discord", sourceId = "g" })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        object[] first = [new { name = "general", type = "GUILD", sourceId = "1" }, new { name = "lounge", type = "VOICE_GROUP", sourceId = "2" }];
        object[] second = [.. first, new { name = "Ada & Bob", type = "DM", source_id = "3" }, new { name = "again", sourceId = "3" }];

        (await SyncAsync(server, first)).ShouldBe(200).Data.GetProperty("synced").GetInt32().ShouldBe(2);
        (await SyncAsync(server, first)).ShouldBe(200).Data.GetProperty("synced").GetInt32().ShouldBe(0);
        (await SyncAsync(server, second)).ShouldBe(200).Data.GetProperty("synced").GetInt32().ShouldBe(1);

        var channels = (await _api.GetAsync($"/api/messaging/servers/{server}/channels")).ShouldBe(200).Data.EnumerateArray().ToList();
        channels.Select(Told).ShouldBe([("text", "discord", "1", false), ("voice", "discord", "2", false), ("dm", "discord", "3", true)], ignoreOrder: true);
        channels[0].GetProperty("messageServerId").GetGuid().ShouldBe(server);
    }

    [Fact]
    public async Task Sync_OfAServerOfOurOwn_NamesNoPlatform()
    {
        var server = Guid.CreateVersion7();
        await MakeAsync(server, "first");
        (await SyncAsync(server, [new { name = "mirrored", type = "text", sourceId = "x" }])).ShouldBe(200);
        (await _api.GetAsync($"/api/messaging/servers/{server}/channels?offset=1")).Data.EnumerateArray().Select(Told).ShouldBe([("text", "sync", "x", false)]);
    }

    [Fact]
    public async Task Sync_WhenFortySyncTheSameAtOnce_OpensEachOnce()
    {
        var server = Guid.CreateVersion7();
        await MakeAsync(server, "first");
        object[] channels = [.. Enumerable.Range(0, 10).Select(i => new { name = $"mirror-{i}", type = "text", sourceId = $"{i}" })];

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SyncAsync(server, channels)));

        answers.Sum(answer => answer.ShouldBe(200).Data.GetProperty("synced").GetInt32()).ShouldBe(10);
        (await ListAsync(_api, server)).Count.ShouldBe(11);
    }

    [Fact]
    public async Task Sync_WhenANameIsTakenByAnother_Returns409AndOpensNone()
    {
        var server = Guid.CreateVersion7();
        await MakeAsync(server, "taken");
        (await SyncAsync(server, [new { name = "fresh", sourceId = "1" }, new { name = "TAKEN", sourceId = "2" }])).ShouldBeError(409, "CONFLICT");
        (await ListAsync(_api, server)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{}""", "Required field 'channels' is missing")]
    [InlineData("""{"channels":{}}""", "Field 'channels' must be a list")]
    [InlineData("""{"channels":[null]}""", "Field 'channels[0]' must be an object")]
    [InlineData("""{"channels":[{"source_id":"1"}]}""", "Required field 'channels[0].name' is missing")]
    [InlineData("""{"channels":[{"name":"with space","sourceId":"1"}]}""", "Field 'channels[0].name' must be 2 to 100")]
    [InlineData("""{"channels":[{"name":"ok"}]}""", "Required field 'channels[0].sourceId' is missing")]
    [InlineData("""{"channels":[{"name":"ok","sourceId":"1","type":"radio"}]}""", "Field 'channels[0].type' must be one of")]
    [InlineData("""{"channels":[{"name":"ok","source_id":""}]}""", "Field 'channels[0].source_id' must not be empty")]
    public async Task Sync_WhenInvalid_Returns400NamingTheField(string body, string details) =>
        (await _api.PostRawAsync($"/api/messaging/servers/{Guid.Empty}/sync-channels", body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Fact]
    public async Task Sync_OfMoreThanAHundred_Returns400() =>
        (await SyncAsync(Guid.Empty, [.. Enumerable.Range(0, 101).Select(i => new { name = $"m-{i}", sourceId = $"{i}" })]))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'channels' must hold at most 100");

    private static (string?, string?, string?, bool) Told(JsonElement channel) => (
        channel.GetProperty("type").GetString(), channel.GetProperty("sourceType").GetString(), channel.GetProperty("sourceId").GetString(),
        channel.GetProperty("isPrivate").GetBoolean());

    private async Task<Guid> MakeAsync(Guid server, string name, bool isPrivate = false) =>
        (await _api.PostAsync("/api/messaging/channels", new { name, serverId = server, isPrivate })).ShouldBe(201).Data.GetProperty("id").GetGuid();

    private static async Task<IReadOnlyList<Guid>> ListAsync(Api api, Guid server)
    {
        var data = (await api.GetAsync($"/api/messaging/message-servers/{server}/channels")).ShouldBe(200).Data;
        Guid[] ids = [.. data.GetProperty("channels").EnumerateArray().Select(row => row.GetProperty("id").GetGuid())];
        data.GetProperty("pagination").GetProperty("total").GetInt32().ShouldBe(ids.Length);
        return ids;
    }

    private Task<Answer> SyncAsync(Guid server, object[] channels) => _api.PostAsync($"/api/messaging/message-servers/{server}/sync-channels", new { channels });
}
