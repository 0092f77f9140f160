using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Channels;

public sealed class ParticipantTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData(null, "member")]
    [InlineData("owner", "owner")]
    [InlineData("Admin", "admin")]
    [InlineData("guest", "guest")]
    public async Task AddParticipant_WithARole_AnswersIt(string? role, string expected)
    {
        var channel = await _api.CreateChannelAsync($"role-{expected}");

        var answer = await _api.PostAsync($"/api/messaging/central-channels/{channel}/participants", new { user_id = "user-789", role });

        var participant = answer.ShouldBe(201).Data.GetProperty("participant");
        participant.GetProperty("userId").GetString().ShouldBe("user-789");
        participant.GetProperty("channelId").GetGuid().ShouldBe(channel);
        participant.GetProperty("role").GetString().ShouldBe(expected);
        participant.GetProperty("joinedAt").GetInt64().ShouldBeGreaterThan(1_700_000_000);
        participant.GetProperty("kind").GetString().ShouldBe("user");
    }

    [Fact]
    public async Task AddParticipant_WithAnAgentsId_BringsTheAgentIn()
    {
        var channel = await _api.CreateChannelAsync("agent-by-id");
        (await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = Api.Eliza.ToUpperInvariant() })).ShouldBe(201);

        var agents = (await _api.GetAsync($"/api/messaging/channels/{channel}/agents")).ShouldBe(200).Data;
        agents.EnumerateArray().Single().GetProperty("name").GetString().ShouldBe("Eliza");
    }

    [Fact]
    public async Task AddParticipant_WhenAlreadyIn_Returns409()
    {
        var channel = await _api.CreateChannelAsync("twice");
        (await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "ada" })).ShouldBe(201);

        (await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "ada" })).ShouldBeError(409, "CONFLICT");
    }

    [Fact]
    public async Task AddParticipant_WhenFortyAddTheSameAtOnce_AddsOne()
    {
        var channel = await _api.CreateChannelAsync("race-of-one");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ =>
            _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "ada" })));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.Status != 201)) answer.ShouldBeError(409, "CONFLICT");
    }

    [Fact]
    public async Task AddParticipant_WhenFortyJoinAtOnce_AllAreIn()
    {
        var channel = await _api.CreateChannelAsync("race-of-many");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = $"user-{i}" })));

        foreach (var answer in answers) answer.ShouldBe(201);
        (await _api.GetAsync($"/api/messaging/channels/{channel}/participants")).ShouldBe(200)
            .Data.GetProperty("pagination").GetProperty("total").GetInt32().ShouldBe(40);
    }

    [Theory]
    [InlineData("""{}""", "Required field 'userId' is missing")]
    [InlineData("""{"user_id":""}""", "Field 'user_id' must be 1 to 128")]
    [InlineData("""{"userId":"two words"}""", "Field 'userId' must be 1 to 128")]
    [InlineData("""{"userId":"ada","role":"king"}""", "Field 'role' must be one of owner, admin, member, guest")]
    public async Task AddParticipant_WhenInvalid_Returns400NamingTheField(string body, string details)
    {
        var channel = await _api.CreateChannelAsync($"invalid-{Guid.CreateVersion7():N}");
        (await _api.PostRawAsync($"/api/messaging/channels/{channel}/participants", body))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);
    }

    [Fact]
    public async Task Participants_OfNoChannel_Return404()
    {
        (await _api.PostAsync("/api/messaging/channels/nowhere/participants", new { userId = "ada" }))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Channel with ID 'nowhere' does not exist");
        (await _api.GetAsync("/api/messaging/channels/nowhere/participants")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task ListParticipants_ByPages_ShowsEveryoneOnceInOrder()
    {
        var channel = await _api.CreateChannelAsync("pages");
        for (var i = 0; i < 5; i++) await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = $"user-{i}" });

        var seen = new List<string>();
        for (var offset = 0; offset < 6; offset += 2)
        {
            var page = (await _api.GetAsync($"/api/messaging/channels/{channel}/participants?limit=2&offset={offset}")).ShouldBe(200);
            page.Data.GetProperty("pagination").GetProperty("total").GetInt32().ShouldBe(5);
            seen.AddRange(page.Data.GetProperty("participants").EnumerateArray().Select(row => row.GetProperty("userId").GetString()!));
        }

        seen.ShouldBe(["user-0", "user-1", "user-2", "user-3", "user-4"]);
    }

    [Theory]
    [InlineData("limit=0", "Field 'limit' must be from 1 to 100")]
    [InlineData("limit=101", "Field 'limit' must be from 1 to 100")]
    [InlineData("limit=many", "Field 'limit' must be a whole number")]
    [InlineData("limit=99999999999999999999", "Field 'limit' must be a whole number")]
    [InlineData("offset=-1", "Field 'offset' must be 0 or more")]
    public async Task ListParticipants_WithABadPage_Returns400(string query, string details)
    {
        var channel = await _api.CreateChannelAsync($"bad-{Guid.CreateVersion7():N}");
        (await _api.GetAsync($"/api/messaging/channels/{channel}/participants?{query}"))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe(details);
    }
}
