using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Channels;

public sealed class MuteAgentTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("channels")]
    [InlineData("central-channels")]
    public async Task Mute_OfAnAgent_LetsItAnswerOnlyWhoCallsItUntilItIsUnmuted(string path)
    {
        var channel = await _api.CreateChannelAsync($"quiet-{path}", withEliza: true);
        var agent = $"/api/messaging/{path}/{channel}/agents/{Api.Eliza}";

        for (var time = 0; time < 2; time++)
        {
            var muted = (await _api.PostAsync($"{agent}/mute", new { })).ShouldBe(200);
            muted.Data.GetRawText().ShouldContain($$"""channelId":"{{channel}}","agentId":"{{Api.Eliza}}","isMuted":true""");
            muted.Json.GetProperty("isMuted").GetBoolean().ShouldBeTrue();
        }
        (await _api.GetAsync($"/api/messaging/channels/{channel}/participants/{Api.Eliza}")).Data.GetProperty("isMuted").GetBoolean().ShouldBeTrue();
        await _api.SubmitAsync(channel, "I am sad");
        await _api.SubmitAsync(channel, "@Eliza I am sad");
        await factory.Posted.WaitForAnswersAsync(channel, 1);

        (await _api.SendAsync(HttpMethod.Post, $"{agent}/unmute", null)).ShouldBe(200).Data.GetProperty("isMuted").GetBoolean().ShouldBeFalse();
        await _api.SubmitAsync(channel, "I am glad");
        await factory.Posted.WaitForAnswersAsync(channel, 2);
        (await _api.HistoryAsync(channel)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Mute_OfWhoIsNoAgentInTheChannel_Returns404()
    {
        var channel = await _api.CreateChannelAsync("nobody-to-mute");
        await _api.JoinAsync(channel, "ada");
        foreach (var id in new[] { Api.Eliza, "ada", "%20" })
        {
            foreach (var verb in new[] { "mute", "unmute" })
                (await _api.PostAsync($"/api/messaging/channels/{channel}/agents/{id}/{verb}", new { })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        }
        (await _api.PostAsync($"/api/messaging/channels/nowhere/agents/{Api.Eliza}/mute", new { })).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldContain("'nowhere'");
    }

    [Fact]
    public async Task Mute_ByWhoManagesTheChannelOrTheAgentItself_IsAllowed()
    {
        var channel = await _api.CreateChannelAsync("who-mutes", withEliza: true);
        await _api.JoinAsync(channel, "member");
        await _api.JoinAsync(channel, "admin", "admin");
        var path = $"/api/messaging/channels/{channel}/agents/{Api.Eliza}/mute";

        foreach (var caller in new[] { await factory.UserAsync("member"), await factory.UserAsync("stranger"), await factory.AgentAsync(Api.Eliza, "messages:read") })
            (await caller.PostAsync(path, new { })).ShouldBeError(403, "PERMISSION_DENIED");
        foreach (var caller in new[] { await factory.UserAsync("admin"), await factory.AgentAsync(Api.Eliza, "messages:write"), await factory.ServiceAsync("channels:write") })
            (await caller.PostAsync(path, new { })).ShouldBe(200);
    }
}
