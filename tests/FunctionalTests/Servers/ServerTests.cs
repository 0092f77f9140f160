using Eliza.Domain.Servers;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Servers;

public sealed class ServerTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Servers = "/api/messaging/servers";

    private readonly Api _api = factory.Api;

    public static TheoryData<string> Names => ["servers", "central-servers", "message-servers"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Create_UnderEachName_MakesAServerThatCanBeReadUnderIt(string name)
    {
        var made = (await _api.PostAsync($"/api/messaging/{name}", new
        {
            name = "Guild ♥", description = "Talk", source_type = "Discord", sourceId = "guild:1", metadata = new { icon = "x" },
        })).ShouldBe(201).Data;

        var server = made.GetProperty("server");
        (server.GetProperty("name").GetString(), server.GetProperty("description").GetString()).ShouldBe(("Guild ♥", "Talk"));
        (server.GetProperty("sourceType").GetString(), server.GetProperty("sourceId").GetString()).ShouldBe(("discord", "guild:1"));
        server.GetProperty("metadata").GetProperty("icon").GetString().ShouldBe("x");
        server.GetProperty("updatedAt").GetInt64().ShouldBe(server.GetProperty("createdAt").GetInt64());
        made.GetProperty("id").GetGuid().Version.ShouldBe(7);
        (await _api.GetAsync($"/api/messaging/{name}/{made.GetProperty("id").GetGuid()}")).ShouldBe(200).Data.GetRawText().ShouldBe(made.GetRawText());
    }

    [Fact]
    public async Task Create_WithAPlatformAlone_TellsNoIdThere()
    {
        var server = (await _api.PostAsync(Servers, new { name = "Slack", sourceType = "slack" })).ShouldBe(201).Data;
        (server.GetProperty("sourceType").GetString(), server.GetProperty("sourceId").GetString()).ShouldBe(("slack", null));
        (await _api.GetAsync($"{Servers}/{server.GetProperty("id").GetGuid()}")).ShouldBe(200).Data.GetProperty("sourceId").GetString().ShouldBeNull();
    }

    [Theory]
    [InlineData("""{}""", "Required field 'name' is missing")]
    [InlineData("""{"name":" "}""", "Field 'name' must not be empty")]
    [InlineData("""{"name":7}""", "Field 'name' must be a string")]
    [InlineData("""{"name":"ok","description":"\u0007"}""", "Field 'description' must not contain control characters")]
    [InlineData("""{"name":"ok","source_type":"a b"}""", "Field 'source_type' must be 1 to 64")]
    [InlineData("""{"name":"ok","sourceId":"1"}""", "Field 'sourceId' needs a sourceType")]
    [InlineData("""{"name":"ok","sourceType":"x","sourceId":" "}""", "Field 'sourceId' must not be empty")]
    [InlineData("""{"name":"ok","metadata":[]}""", "Field 'metadata' must be a JSON object")]
    public async Task Create_WhenInvalid_Returns400NamingTheField(string body, string details) =>
        (await _api.PostRawAsync(Servers, body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Fact]
    public async Task Server_ForWhoManagesNone_CanOnlyBeRead()
    {
        var server = await MakeAsync("Closed");
        foreach (var caller in new[] { await factory.UserAsync("ada"), await factory.AgentAsync(Api.Eliza, "messages:read", "channels:write"), await factory.ServiceAsync("messages:read") })
        {
            (await caller.PostAsync(Servers, new { name = "Mine" })).ShouldBeError(403, "PERMISSION_DENIED");
            (await caller.PatchAsync($"{Servers}/{server}", new { name = "Mine" })).ShouldBeError(403, "PERMISSION_DENIED");
            (await caller.DeleteAsync($"{Servers}/{server}")).ShouldBeError(403, "PERMISSION_DENIED");
            (await caller.GetAsync($"{Servers}/{server}")).ShouldBe(200);
        }
        var maker = await factory.ServiceAsync("channels:write");
        (await maker.GetAsync($"{Servers}/{server}")).ShouldBeError(403, "PERMISSION_DENIED");
        (await maker.DeleteAsync($"{Servers}/{server}")).ShouldBe(200);
    }

    [Fact]
    public async Task Update_OfAFewFields_LeavesTheOthers()
    {
        var server = (await _api.PostAsync(Servers, new { name = "Before", description = "Kept", metadata = new { a = 1 } })).ShouldBe(201).Data.GetProperty("id").GetGuid();

        var renamed = (await _api.PatchAsync($"{Servers}/{server}", new { name = "After" })).ShouldBe(200).Data.GetProperty("server");
        var annotated = (await _api.PatchAsync($"/api/messaging/message-servers/{server}", new { metadata = new { b = 2 } })).ShouldBe(200).Data;

        (renamed.GetProperty("name").GetString(), renamed.GetProperty("description").GetString(), renamed.GetProperty("metadata").GetRawText()).ShouldBe(("After", "Kept", """{"a":1}"""));
        (annotated.GetProperty("name").GetString(), annotated.GetProperty("metadata").GetRawText()).ShouldBe(("After", """{"b":2}"""));
        (await _api.PatchAsync($"{Servers}/{server}", new { })).ShouldBe(200).Data.GetProperty("name").GetString().ShouldBe("After");
        (await _api.PatchRawAsync($"{Servers}/{server}", """{"name":""}""")).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'name'");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("5e000000-0000-7000-8000-00000000ffff")]
    public async Task Server_ThatIsNone_Returns404NamingIt(string id)
    {
        Answer[] answers =
        [
            await _api.GetAsync($"{Servers}/{id}"), await _api.PatchAsync($"{Servers}/{id}", new { name = "x" }), await _api.DeleteAsync($"{Servers}/{id}"),
            await _api.GetAsync($"{Servers}/{id}/channels"), await _api.PostAsync($"{Servers}/{id}/sync-channels", new { channels = Array.Empty<object>() }),
            await _api.GetAsync($"{Servers}/{id}/agents"), await _api.GetAsync($"/api/messaging/message-servers/{id}/agents"),
            await _api.PostAsync($"{Servers}/{id}/agents", new { agentId = Api.Eliza }), await _api.DeleteAsync($"{Servers}/{id}/agents/{Api.Eliza}"),
            await _api.DeleteAsync($"{Servers}/{id}/agents/%20"),
        ];
        foreach (var answer in answers) answer.ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe($"Server with ID '{id}' does not exist");
    }

    [Fact]
    public async Task Delete_OfAServer_TakesAllThatIsInItAlong()
    {
        var server = await MakeAsync("Doomed");
        var channel = (await _api.PostAsync("/api/messaging/channels", new { name = "doomed", serverId = server })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        var body = new { channel_id = channel, author_id = "ada", content = "Farewell", messageId = "in-doomed" };
        (await _api.PostAsync("/api/messaging/submit", body)).ShouldBe(201);

        (await _api.DeleteAsync($"/api/messaging/message-servers/{server}")).ShouldBe(200).Data.GetProperty("messageServerId").GetGuid().ShouldBe(server);

        (await _api.GetAsync($"{Servers}/{server}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.GetAsync($"/api/messaging/channels/{channel}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await factory.QueryAsync(db => db.Channels.CountAsync(row => row.ServerId == new ServerId(server)))).ShouldBe(0);
        (await factory.QueryAsync(db => db.StoredAnswers.CountAsync(answer => answer.Body.Contains("Farewell")))).ShouldBe(0);
        (await _api.DeleteAsync($"{Servers}/{server}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Delete_OfTheDefaultServer_Returns409AndKeepsIt()
    {
        (await _api.DeleteAsync($"{Servers}/{Guid.Empty}")).ShouldBeError(409, "CONFLICT").Details.ShouldContain("default server");
        (await _api.GetAsync($"{Servers}/{Guid.Empty}")).ShouldBe(200);
    }

    [Fact]
    public async Task Delete_FortyTimesAtOnce_SucceedsOnce()
    {
        var server = await MakeAsync("Raced");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.DeleteAsync($"{Servers}/{server}")));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.Status != 200)) answer.ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Current_Always_IsTheDefaultServer()
    {
        (await _api.GetAsync("/api/messaging/message-server/current")).ShouldBe(200).Data.GetProperty("messageServerId").GetGuid().ShouldBe(Guid.Empty);
        (await (await factory.ServiceAsync("channels:write")).GetAsync("/api/messaging/message-server/current")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    private async Task<Guid> MakeAsync(string name) => (await _api.PostAsync(Servers, new { name })).ShouldBe(201).Data.GetProperty("id").GetGuid();
}
