using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Feeds;

/// <summary>Who may listen to a channel, and for how long.</summary>
public sealed class ListenerRightsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Channel_ThatIsPrivate_IsHeardByItsParticipantsAlone()
    {
        var channel = await OpenPrivateAsync("ada");

        (await (await factory.UserAsync("stranger")).GetAsync(EventListener.PathOf(channel))).ShouldBeError(403, "PERMISSION_DENIED");
        (await factory.Anonymous.GetAsync(EventListener.PathOf(channel))).ShouldBeError(401, "AUTHENTICATION_FAILED");
        (await (await factory.AgentAsync(Api.Eliza, "messages:read")).GetAsync(EventListener.PathOf(channel))).ShouldBeError(403, "PERMISSION_DENIED");
        using var ada = await EventListener.OpenAsync(await factory.UserAsync("ada"), channel);
        await _api.SubmitAsync(channel, "Hello", "ada");
        await ada.NextAsync("messageBroadcast");
    }

    [Fact]
    public async Task Participant_WhenTakenOut_HearsThatLast()
    {
        var channel = await OpenPrivateAsync("ada", "bob");
        using var ada = await EventListener.OpenAsync(await factory.UserAsync("ada"), channel);
        using var bob = await EventListener.OpenAsync(await factory.UserAsync("bob"), channel);
        await _api.SubmitAsync(channel, "before", "ada");

        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/participants/bob")).ShouldBe(200);
        await _api.SubmitAsync(channel, "after", "ada");
        var told = await bob.RestAsync();

        told.Select(one => one.Type).ShouldBe(["messageBroadcast", "participantLeft", "error"]);
        (told[0].Text("text"), told[2].Text("code")).ShouldBe(("before", "PERMISSION_DENIED"));
        (await ada.TakeAsync(3)).Select(one => one.Type).ShouldBe(["messageBroadcast", "participantLeft", "messageBroadcast"]);
        (await (await factory.UserAsync("bob")).GetAsync(EventListener.PathOf(channel, $"?after={bob.LastId}"))).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Strangers_WhenTheChannelIsMadePrivate_AreSentAway()
    {
        var channel = await _api.CreateChannelAsync($"open-{Guid.CreateVersion7():N}");
        await _api.JoinAsync(channel, "ada");
        using var ada = await EventListener.OpenAsync(await factory.UserAsync("ada"), channel);
        using var stranger = await EventListener.OpenAsync(await factory.UserAsync("stranger"), channel);

        (await _api.PatchAsync($"/api/messaging/channels/{channel}", new { metadata = new { isPrivate = true } })).ShouldBe(200);
        await _api.SubmitAsync(channel, "among us", "ada");

        (await stranger.RestAsync()).Select(one => one.Type).ShouldBe(["error"], "what it says of itself from then on is not for them");
        (await ada.TakeAsync(2)).Select(one => one.Type).ShouldBe(["channelUpdated", "messageBroadcast"]);
    }

    [Fact]
    public async Task Agent_ThatTakesPart_Listens()
    {
        var channel = await OpenPrivateAsync();
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = Api.Eliza })).ShouldBe(200);
        using var agent = await EventListener.OpenAsync(await factory.AgentAsync(Api.Eliza, "messages:read"), channel);

        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/agents/{Api.Eliza}")).ShouldBe(200);

        var told = await agent.RestAsync();
        told.Select(one => one.Type).ShouldBe(["participantLeft", "error"]);
        told[0].Text("type").ShouldBe("agent");
    }

    [Fact]
    public async Task Key_WhenRevoked_EndsItsStreamsAlone()
    {
        var channel = await OpenPrivateAsync();
        var made = (await _api.PostAsync("/api/auth/keys", new { name = "listener", kind = "service", scopes = new[] { "admin" } })).ShouldBe(201).Data;
        using var revoked = await EventListener.OpenAsync(factory.WithCredential(made.GetProperty("key").GetString()!), channel);
        using var other = await EventListener.OpenAsync(_api, channel);

        (await _api.DeleteAsync($"/api/auth/keys/{made.GetProperty("id").GetString()}")).ShouldBe(200);

        var told = (await revoked.RestAsync()).ShouldHaveSingleItem();
        (told.Type, told.Text("code")).ShouldBe(("error", "AUTHENTICATION_FAILED"));
        await _api.SubmitAsync(channel, "still heard", "ada");
        await other.NextAsync("messageBroadcast");
    }

    private async Task<Guid> OpenPrivateAsync(params IEnumerable<string> people)
    {
        var channel = (await _api.PostAsync("/api/messaging/channels", new { name = $"private-{Guid.CreateVersion7():N}", type = "group" })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        foreach (var one in people) await _api.JoinAsync(channel, one);
        return channel;
    }
}
