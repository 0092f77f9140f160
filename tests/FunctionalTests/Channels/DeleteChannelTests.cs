using Eliza.Domain.Channels;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Channels;

public sealed class DeleteChannelTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Channels = "/api/messaging/channels";
    private const string Submit = "/api/messaging/submit";

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("channels")]
    [InlineData("central-channels")]
    public async Task Delete_OfAChannel_TakesAllThatIsInItAlong(string path)
    {
        var channel = await _api.CreateChannelAsync($"doomed-{path}", withEliza: true);
        var kept = await _api.CreateChannelAsync($"kept-{path}");
        var body = new { channel_id = channel, author_id = "ada", content = $"Farewell {path}", messageId = $"doomed-{path}" };
        (await _api.PostAsync(Submit, body)).ShouldBe(201);
        (await _api.PostAsync(Submit, new { channel_id = kept, author_id = "ada", content = $"Still {path}", messageId = $"kept-{path}" })).ShouldBe(201);
        await factory.Posted.WaitForAnswersAsync(channel, 1);

        var deleted = (await _api.DeleteAsync($"/api/messaging/{path}/{channel}")).ShouldBe(200);

        (deleted.Json.GetProperty("channelId").GetGuid(), deleted.Data.GetProperty("channelId").GetGuid()).ShouldBe((channel, channel));
        (await _api.GetAsync($"{Channels}/{channel}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.DeleteAsync($"{Channels}/{channel}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        var id = new ChannelId(channel);
        (await factory.QueryAsync(db => db.Messages.CountAsync(row => row.ChannelId == id))).ShouldBe(0);
        (await factory.QueryAsync(db => db.AgentRuns.CountAsync(row => row.ChannelId == id))).ShouldBe(0);
        (await factory.QueryAsync(db => db.AgentMemories.CountAsync(row => row.ChannelId == id))).ShouldBe(0);
        (await factory.QueryAsync(db => db.Participants.CountAsync(row => row.ChannelId == id))).ShouldBe(0);
        var stored = await factory.QueryAsync(db => db.StoredAnswers.Select(answer => answer.Body).ToListAsync());
        stored.ShouldNotContain(answer => answer.Contains($"Farewell {path}"));
        stored.ShouldContain(answer => answer.Contains($"Still {path}"));
        (await _api.PostAsync(Submit, body)).Status.ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task Delete_WhileFortyPost_LeavesNothingBehind()
    {
        var channel = await _api.CreateChannelAsync("post-race", withEliza: true);
        var posts = Enumerable.Range(0, 40).Select(i => _api.PostAsync(Submit, new { channel_id = channel, author_id = "ada", content = $"Message {i}" })).ToList();
        var deleted = await _api.DeleteAsync($"{Channels}/{channel}");

        deleted.ShouldBe(200);
        foreach (var post in await Task.WhenAll(posts)) post.Status.ShouldBeOneOf(201, 404);
        (await factory.QueryAsync(db => db.Messages.CountAsync(row => row.ChannelId == new ChannelId(channel)))).ShouldBe(0);
    }

    [Fact]
    public async Task Delete_FortyTimesAtOnce_SucceedsOnce()
    {
        var channel = await _api.CreateChannelAsync("delete-race");
        await _api.JoinAsync(channel, "ada", "owner");
        var ada = await factory.UserAsync("ada");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? _api : ada).DeleteAsync($"{Channels}/{channel}")));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.Status != 200)) answer.ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Delete_ByWhoManagesIt_IsAllowedAndByNobodyElse()
    {
        var channel = await (await factory.UserAsync("ada")).CreateChannelAsync("adas-doomed");
        await _api.JoinAsync(channel, "bob");
        foreach (var caller in new[] { await factory.UserAsync("bob"), await factory.UserAsync("carol"), await factory.ServiceAsync("messages:write") })
            (await caller.DeleteAsync($"{Channels}/{channel}")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.UserAsync("ada")).DeleteAsync($"{Channels}/{channel}")).ShouldBe(200);
        (await _api.DeleteAsync($"{Channels}/nowhere")).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Channel with ID 'nowhere' does not exist");
    }
}
