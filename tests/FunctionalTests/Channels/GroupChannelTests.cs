using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Channels;

public sealed class GroupChannelTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Groups = "/api/messaging/group-channels";
    private const string Channels = "/api/messaging/channels";

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData(Groups, "participants")]
    [InlineData(Groups, "participantCentralUserIds")]
    [InlineData(Channels, "participantCentralUserIds")]
    [InlineData(Channels, "participant_central_user_ids")]
    public async Task Create_ByAPerson_OwnsAPrivateGroupWithTheOthersInIt(string path, string field)
    {
        var ada = await factory.UserAsync("ada", "Ada");

        var group = (await ada.PostAsync(path, new Dictionary<string, object>
        {
            ["name"] = $"group-{path.Length}-{field}", ["description"] = "Talk", [field] = new[] { "bob", Api.Eliza.ToUpperInvariant(), "bob" }, ["metadata"] = new { a = 1 },
        })).ShouldBe(201).Data;

        (group.GetProperty("type").GetString(), group.GetProperty("isPrivate").GetBoolean()).ShouldBe(("group", true));
        group.GetProperty("metadata").GetProperty("a").GetInt32().ShouldBe(1);
        group.GetProperty("channel").GetProperty("metadata").GetProperty("participantCentralUserIds").EnumerateArray()
            .Select(id => id.GetString()).ShouldBe(["ada", "bob", Api.Eliza], ignoreOrder: true);
        (await RolesAsync(group.GetProperty("id").GetGuid())).ShouldBe(["ada owner user", "bob member user", $"{Api.Eliza} member agent"], ignoreOrder: true);
    }

    [Fact]
    public async Task Create_ByAService_IsNobodys()
    {
        var group = (await _api.PostAsync(Groups, new { name = "of-a-service", participants = new[] { "ada", "bob" }, message_server_id = Guid.Empty })).ShouldBe(201).Data;
        (await RolesAsync(group.GetProperty("id").GetGuid())).ShouldBe(["ada member user", "bob member user"]);
    }

    [Fact]
    public async Task Create_WithAType_KeepsIt()
    {
        var open = (await _api.PostAsync(Channels, new { name = "open-with-some", type = "GUILD", participantCentralUserIds = new[] { "ada", "bob" } })).ShouldBe(201).Data;
        (open.GetProperty("type").GetString(), open.GetProperty("isPrivate").GetBoolean()).ShouldBe(("text", false));
        var alone = (await _api.PostAsync(Channels, new { name = "open-with-one", participantCentralUserIds = new[] { "ada", "ada" } })).ShouldBe(201).Data;
        alone.GetProperty("type").GetString().ShouldBe("text");
        (await RolesAsync(alone.GetProperty("id").GetGuid())).ShouldBe(["ada member user"]);
    }

    [Fact]
    public async Task Create_ByWhoIsCalledLikeAnAgentInIt_IsWithoutThatName()
    {
        var mallory = await factory.UserAsync("mallory", "ELIZA");
        var group = (await mallory.PostAsync(Groups, new { name = "two-elizas", participants = new[] { Api.Eliza, "bob" } })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        (await mallory.GetAsync($"{Channels}/{group}/participants/mallory")).ShouldBe(200).Data.GetProperty("name").GetString().ShouldBeNull();
    }

    [Fact]
    public async Task Create_OfAThousand_BringsAllInAndOfMoreIsRefused()
    {
        string[] thousand = [.. Enumerable.Range(0, 1000).Select(i => $"user-{i}")];
        var group = (await _api.PostAsync(Groups, new { name = "a-thousand", participants = thousand })).ShouldBe(201).Data;
        group.GetProperty("metadata").GetProperty("participantCentralUserIds").GetArrayLength().ShouldBe(1000);
        (await _api.PostAsync(Groups, new { name = "too-many", participants = thousand.Append("one-more") })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("at most 1000");
    }

    [Fact]
    public async Task Create_WhenFortyAskForOneNameAtOnce_MakesOne()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => _api.PostAsync(Groups, new { name = "group-race", participants = new[] { "ada", $"user-{i}" } })));
        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.Status != 201)) answer.ShouldBeError(409, "CONFLICT");
    }

    [Theory]
    [InlineData("""{"name":"ok"}""", "Required field 'participants' is missing")]
    [InlineData("""{"name":"ok","participants":["ada"]}""", "Field 'participants' must name at least 2 different participants")]
    [InlineData("""{"name":"ok","participantIds":["ada","ada"]}""", "Field 'participantIds' must name at least 2 different participants")]
    [InlineData("""{"name":"ok","participants":["ada","a b"]}""", "Field 'participants[1]' must be 1 to 128")]
    [InlineData("""{"name":"ok","participants":["ada","bob",null]}""", "Field 'participants[2]' must be a string")]
    [InlineData("""{"name":"ok","participants":"ada"}""", "Field 'participants' must be a list")]
    [InlineData("""{"participants":["ada","bob"]}""", "Required field 'name' is missing")]
    [InlineData("""{"name":"a b","participants":["ada","bob"]}""", "Field 'name' must be 2 to 100")]
    [InlineData("""{"name":"ok","participants":["ada","bob"],"server_id":"x"}""", "Field 'server_id' must be a UUID")]
    public async Task Create_WhenInvalid_Returns400NamingTheField(string body, string details) =>
        (await _api.PostRawAsync(Groups, body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Fact]
    public async Task Create_WithoutTheScope_Returns403() =>
        (await (await factory.AgentAsync(Api.Eliza, "messages:write")).PostAsync(Groups, new { name = "no-scope", participants = new[] { "ada", "bob" } })).ShouldBeError(403, "PERMISSION_DENIED");

    private async Task<IReadOnlyList<string>> RolesAsync(Guid channel) =>
        [.. (await _api.GetAsync($"/api/messaging/central-channels/{channel}/participants")).ShouldBe(200).Data.EnumerateArray()
            .Select(row => $"{row.GetProperty("userId").GetString()} {row.GetProperty("role").GetString()} {row.GetProperty("kind").GetString()}")];
}
