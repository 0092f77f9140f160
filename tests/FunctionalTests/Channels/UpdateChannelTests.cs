using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Channels;

public sealed class UpdateChannelTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Channels = "/api/messaging/channels";

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("channels")]
    [InlineData("central-channels")]
    public async Task Update_OfAFewFields_LeavesTheOthers(string path)
    {
        var channel = (await _api.PostAsync(Channels, new { name = $"before-{path}", description = "Old", metadata = new { a = 1 } })).ShouldBe(201).Data.GetProperty("id").GetGuid();

        var answer = (await _api.PatchAsync($"/api/messaging/{path}/{channel}", new { name = $"After-{path}", topic = "New" })).ShouldBe(200);

        answer.Json.GetProperty("success").GetBoolean().ShouldBeTrue();
        var told = answer.Data.GetProperty("channel");
        (told.GetProperty("name").GetString(), told.GetProperty("description").GetString(), told.GetProperty("topic").GetString()).ShouldBe(($"After-{path}", "New", "New"));
        told.GetProperty("metadata").GetRawText().ShouldBe("""{"a":1}""");
        told.GetProperty("updatedAt").GetInt64().ShouldBeGreaterThanOrEqualTo(told.GetProperty("createdAt").GetInt64());
        (await _api.PatchAsync($"{Channels}/{channel}", new { description = "Both", topic = "Other", metadata = new { b = 2 } })).ShouldBe(200);
        var read = (await _api.GetAsync($"{Channels}/{channel}")).ShouldBe(200).Data;
        (read.GetProperty("description").GetString(), read.GetProperty("metadata").GetRawText()).ShouldBe(("Both", """{"b":2}"""));
        (await _api.PatchAsync($"{Channels}/{channel}", new { })).ShouldBe(200).Data.GetProperty("description").GetString().ShouldBe("Both");
    }

    [Fact]
    public async Task Update_OfADirectChannelsName_ChangesWhatPeopleSee()
    {
        var channel = (await _api.PostAsync(Channels, new { type = "dm" })).ShouldBe(201).Data;
        var renamed = (await _api.PatchAsync($"{Channels}/{channel.GetProperty("id").GetGuid()}", new { name = "Ada & Bob" })).ShouldBe(200).Data;
        renamed.GetProperty("name").GetString().ShouldBe(channel.GetProperty("name").GetString());
        renamed.GetProperty("metadata").GetProperty("displayName").GetString().ShouldBe("Ada & Bob");
    }

    [Fact]
    public async Task Update_ByMetadata_ClosesAnOpenChannelAndOpensNone()
    {
        var channel = await _api.CreateChannelAsync("to-be-closed");
        (await _api.PatchAsync($"{Channels}/{channel}", new { metadata = new { isPrivate = true } })).ShouldBe(200).Data.GetProperty("isPrivate").GetBoolean().ShouldBeTrue();
        (await _api.PatchAsync($"{Channels}/{channel}", new { metadata = new { isPrivate = false } })).ShouldBe(200).Data.GetProperty("isPrivate").GetBoolean().ShouldBeTrue();
        (await (await factory.UserAsync("bob")).GetAsync($"{Channels}/{channel}")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Update_ToANameThatIsTaken_Returns409()
    {
        await _api.CreateChannelAsync("first-come");
        var channel = await _api.CreateChannelAsync("second-come");
        (await _api.PatchAsync($"{Channels}/{channel}", new { name = "FIRST-come" })).ShouldBeError(409, "CONFLICT");
        (await _api.PatchAsync($"{Channels}/{channel}", new { name = "SECOND-come" })).ShouldBe(200).Data.GetProperty("name").GetString().ShouldBe("SECOND-come");
    }

    [Fact]
    public async Task Update_WhenFortyTakeOneNameAtOnce_OneGetsIt()
    {
        var channels = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => _api.CreateChannelAsync($"contender-{i}")));
        var answers = await Task.WhenAll(channels.Select(channel => _api.PatchAsync($"{Channels}/{channel}", new { name = "the-prize" })));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.Status != 200)) answer.ShouldBeError(409, "CONFLICT");
    }

    [Theory]
    [InlineData("""{"name":"a b"}""", "Field 'name' must be 2 to 100")]
    [InlineData("""{"name":7}""", "Field 'name' must be a string")]
    [InlineData("""{"topic":"\u0007"}""", "Field 'topic' must not contain control characters")]
    [InlineData("""{"metadata":[]}""", "Field 'metadata' must be a JSON object")]
    [InlineData("""{"participant_central_user_ids":["a b"]}""", "Field 'participant_central_user_ids[0]' must be 1 to 128")]
    [InlineData("""{"participantCentralUserIds":[null]}""", "Field 'participantCentralUserIds[0]' must be a string")]
    public async Task Update_WhenInvalid_Returns400NamingTheField(string body, string details)
    {
        var channel = await _api.CreateChannelAsync($"invalid-{Guid.CreateVersion7():N}");
        (await _api.PatchRawAsync($"{Channels}/{channel}", body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);
    }

    [Fact]
    public async Task Update_WhenThereIsNoSuchChannelOrTheCallerMayNot_IsRefused()
    {
        (await _api.PatchAsync($"{Channels}/nowhere", new { name = "xx" })).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Channel with ID 'nowhere' does not exist");
        var channel = await _api.CreateChannelAsync("not-yours");
        await _api.JoinAsync(channel, "ada");
        await _api.JoinAsync(channel, "boss", "admin");
        (await (await factory.UserAsync("ada")).PatchAsync($"{Channels}/{channel}", new { name = "mine" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.ServiceAsync("messages:write")).PatchAsync($"{Channels}/{channel}", new { name = "mine" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.UserAsync("boss")).PatchAsync($"{Channels}/{channel}", new { name = "the-boss-s" })).ShouldBe(200);
    }
}
