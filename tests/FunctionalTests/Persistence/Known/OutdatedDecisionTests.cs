using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Persistence.Known;

/// <summary>What another server changes is seen at once by those who write: nothing is saved that was decided on what was true before.</summary>
public sealed class OutdatedDecisionTests(FactsFactory factory) : IClassFixture<FactsFactory>
{
    private const string Submit = "/api/messaging/submit";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Submit_ToAChannelClosedElsewhere_Returns403AndSavesNothing()
    {
        var (channel, ada) = (await _api.CreateChannelAsync("closed-meanwhile"), await factory.UserAsync("ada"));
        (await ada.PostAsync(Submit, new { channel_id = channel, content = "Hello" })).ShouldBe(201);

        await factory.ChangeElsewhereAsync($"""UPDATE "Channels" SET "IsPrivate" = {true}, "Revision" = "Revision" + 1 WHERE "Id" = {channel}""");

        (await ada.PostAsync(Submit, new { channel_id = channel, content = "Hello?" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.HistoryAsync(channel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task EditAndDelete_InAChannelClosedElsewhere_Return403AndSaveNothing()
    {
        var (channel, ada) = (await _api.CreateChannelAsync("closed-to-edits"), await factory.UserAsync("ada"));
        var message = (await ada.PostAsync(Submit, new { channel_id = channel, content = "Hello" })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        (await ada.PatchAsync($"/api/messaging/messages/{message}", new { content = "Hello!" })).ShouldBe(200);

        await factory.ChangeElsewhereAsync($"""UPDATE "Channels" SET "IsPrivate" = {true}, "Revision" = "Revision" + 1 WHERE "Id" = {channel}""");
        (await ada.PatchAsync($"/api/messaging/messages/{message}", new { content = "Hello?" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.HistoryAsync(channel)).ShouldHaveSingleItem().GetProperty("content").GetString().ShouldBe("Hello!");

        await factory.ChangeElsewhereAsync($"""UPDATE "Channels" SET "IsPrivate" = {false}, "Revision" = "Revision" + 1 WHERE "Id" = {channel}""");
        factory.Time.Advance(TimeSpan.FromSeconds(2));
        (await ada.GetAsync($"/api/messaging/channels/{channel}")).ShouldBe(200);
        await factory.ChangeElsewhereAsync($"""UPDATE "Channels" SET "IsPrivate" = {true}, "Revision" = "Revision" + 1 WHERE "Id" = {channel}""");
        (await ada.DeleteAsync($"/api/messaging/channels/{channel}/messages/{message}")).ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.HistoryAsync(channel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Submit_ByWhoBecameAnAgentElsewhere_IsAnAgents()
    {
        var channel = await _api.CreateChannelAsync("becoming-an-agent");
        (await SubmitAsync()).ShouldBe("user_message");

        await factory.QueryAsync(async db =>
        {
            await db.AddAgentElsewhereAsync("parry-elsewhere", "Parry");
            return true;
        });

        (await SubmitAsync()).ShouldBe("agent_response");

        async Task<string?> SubmitAsync() =>
            (await _api.PostAsync(Submit, new { channel_id = channel, author_id = "parry-elsewhere", content = "Hello" })).ShouldBe(201).Data.GetProperty("sourceType").GetString();
    }

    [Fact]
    public async Task Submit_ToAChannelDeletedElsewhere_Returns404()
    {
        var channel = await _api.CreateChannelAsync("deleted-meanwhile");
        await _api.SubmitAsync(channel, "Hello");

        await factory.ChangeElsewhereAsync($"""DELETE FROM "Channels" WHERE "Id" = {channel}""");

        (await _api.PostAsync(Submit, new { channel_id = channel, author_id = "ada", content = "Hello?" })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }
}
