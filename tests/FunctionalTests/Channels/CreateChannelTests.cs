using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Channels;

public sealed class CreateChannelTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("/api/messaging/channels")]
    [InlineData("/api/messaging/central-channels")]
    public async Task CreateChannel_UnderEitherPath_AnswersItWrappedAndBare(string path)
    {
        var name = $"both-{path.Length}";
        var answer = await _api.PostAsync(path, new { name, description = "What it is for", metadata = new { topic = "tests" } });

        var channel = answer.ShouldBe(201).Data.GetProperty("channel");
        channel.GetProperty("name").GetString().ShouldBe(name);
        channel.GetProperty("serverId").GetGuid().ShouldBe(Guid.Empty);
        channel.GetProperty("type").GetString().ShouldBe("text");
        channel.GetProperty("description").GetString().ShouldBe("What it is for");
        channel.GetProperty("metadata").GetProperty("topic").GetString().ShouldBe("tests");
        channel.GetProperty("isPrivate").GetBoolean().ShouldBeFalse();
        answer.Data.GetProperty("id").GetGuid().ShouldBe(channel.GetProperty("id").GetGuid());
        channel.GetProperty("id").GetGuid().Version.ShouldBe(7);
    }

    [Fact]
    public async Task CreateChannel_WithEitherSpellingOfTheFields_UnderstandsBoth()
    {
        var server = Guid.CreateVersion7();
        var camel = await _api.PostAsync("/api/messaging/channels", new { name = "camel", serverId = server, isPrivate = true });
        var snake = await _api.PostAsync("/api/messaging/channels", new { name = "snake", message_server_id = server, is_private = true });

        foreach (var answer in new[] { camel, snake })
        {
            answer.ShouldBe(201).Data.GetProperty("serverId").GetGuid().ShouldBe(server);
            answer.Data.GetProperty("isPrivate").GetBoolean().ShouldBeTrue();
        }
    }

    [Fact]
    public async Task CreateChannel_WithUnknownServer_CreatesTheServer()
    {
        var server = Guid.CreateVersion7();
        (await _api.PostAsync("/api/messaging/channels", new { name = "first", serverId = server })).ShouldBe(201);

        var servers = (await _api.GetAsync("/api/messaging/central-servers?limit=100")).ShouldBe(200).Data;
        servers.EnumerateArray().ShouldContain(row => row.GetProperty("id").GetGuid() == server);
    }

    [Theory]
    [InlineData("GUILD", "text", false)]
    [InlineData("Voice_Group", "voice", false)]
    [InlineData("group", "group", true)]
    [InlineData("FEED", "group", true)]
    public async Task CreateChannel_WithNamesOfTheReference_MapsTheType(string sent, string type, bool isPrivate)
    {
        var answer = await _api.PostAsync("/api/messaging/channels", new { name = $"type-{sent}", type = sent });

        answer.ShouldBe(201).Data.GetProperty("type").GetString().ShouldBe(type);
        answer.Data.GetProperty("isPrivate").GetBoolean().ShouldBe(isPrivate);
    }

    [Fact]
    public async Task CreateChannel_OfTypeDm_NamesItAndKeepsTheSentNameForDisplay()
    {
        var answer = await _api.PostAsync("/api/messaging/channels", new { name = "Chat with Ada ♥", type = "DM" });

        var channel = answer.ShouldBe(201).Data.GetProperty("channel");
        channel.GetProperty("name").GetString().ShouldBe($"dm-{channel.GetProperty("id").GetGuid():N}");
        channel.GetProperty("metadata").GetProperty("displayName").GetString().ShouldBe("Chat with Ada ♥");
        (await _api.PostAsync("/api/messaging/channels", new { type = "dm" })).ShouldBe(201);
        (await _api.PostAsync("/api/messaging/channels", new { type = "dm", name = " " })).ShouldBe(201).Data.GetProperty("metadata").GetRawText().ShouldBe("{}");
        (await _api.PostAsync("/api/messaging/channels", new { type = "dm", name = new string('x', 500) })).ShouldBe(201);
    }

    [Fact]
    public async Task CreateChannel_WhenTheNameIsTakenInAnyCase_Returns409()
    {
        (await _api.PostAsync("/api/messaging/channels", new { name = "Taken" })).ShouldBe(201);

        (await _api.PostAsync("/api/messaging/channels", new { name = "tAKEN" })).ShouldBeError(409, "CONFLICT");
        (await _api.PostAsync("/api/messaging/channels", new { name = "Taken", serverId = Guid.CreateVersion7() })).ShouldBe(201);
    }

    [Fact]
    public async Task CreateChannel_WhenFortyAskForOneNameAtOnce_MakesOne()
    {
        var server = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.PostAsync("/api/messaging/channels", new { name = "race", serverId = server })));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.Status != 201)) answer.ShouldBeError(409, "CONFLICT");
    }

    [Fact]
    public async Task CreateChannel_WhenFortyNameOneNewServerAtOnce_AllSucceedInOneServer()
    {
        var server = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => _api.PostAsync("/api/messaging/channels", new { name = $"room-{i}", serverId = server })));

        foreach (var answer in answers) answer.ShouldBe(201).Data.GetProperty("serverId").GetGuid().ShouldBe(server);
    }

    [Theory]
    [InlineData("""{}""", "Required field 'name' is missing")]
    [InlineData("""{"name":null}""", "Required field 'name' is missing")]
    [InlineData("""{"name":"a"}""", "Field 'name' must be 2 to 100")]
    [InlineData("""{"name":"with space"}""", "Field 'name' must be 2 to 100")]
    [InlineData("""{"name":7}""", "Field 'name' must be a string")]
    [InlineData("""{"name":"ok","type":"radio"}""", "Field 'type' must be one of text, voice, dm, group")]
    [InlineData("""{"name":"ok","server_id":"x"}""", "Field 'server_id' must be a UUID")]
    [InlineData("""{"name":"ok","isPrivate":"yes"}""", "Field 'isPrivate' must be true or false")]
    [InlineData("""{"name":"ok","metadata":[]}""", "Field 'metadata' must be a JSON object")]
    [InlineData("""{"name":"ok","metadata":{"a b":1}}""", "Field 'metadata' must have keys of letters")]
    [InlineData("""{"name":"ok","description":"bell \u0007"}""", "Field 'description' must not contain control characters")]
    [InlineData("""{"name":"ok","serverId":"x","server_id":"y"}""", "Field 'server_id' is given more than once")]
    public async Task CreateChannel_WhenInvalid_Returns400NamingTheField(string body, string details) =>
        (await _api.PostRawAsync("/api/messaging/channels", body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Fact]
    public async Task CreateChannel_WhenMuchIsWrong_ReportsAllOfItAtOnce()
    {
        var answer = await _api.PostRawAsync("/api/messaging/channels", """{"name":"!","type":"radio","server_id":1,"metadata":3}""");

        var details = answer.ShouldBeError(400, "VALIDATION_ERROR").Details;
        foreach (var field in new[] { "name", "type", "server_id", "metadata" }) details.ShouldContain($"'{field}'");
    }
}
