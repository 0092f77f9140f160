using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Messages;

public sealed class EditMessageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task EditMessage_ByItsAuthor_SaysItAndKeepsWhatWasSaid()
    {
        var channel = await _api.CreateOpenAsync();
        var ada = await factory.UserAsync("ada");
        var id = await ada.SubmitAsync(channel, "one", "ada");

        var edited = (await ada.EditAsync(id, "two")).ShouldBe(200).Data;
        (await ada.PatchAsync($"/api/messaging/messages/{id}", new { text = "three", metadata = new { a = 1 } })).ShouldBe(200);

        edited.GetProperty("message").GetProperty("text").GetString().ShouldBe("two");
        edited.GetProperty("content").GetString().ShouldBe("two");
        edited.GetProperty("editedAt").GetInt64().ShouldBe(edited.GetProperty("updatedAt").GetInt64());
        var now = (await _api.HistoryAsync(channel)).ShouldHaveSingleItem();
        (now.GetProperty("text").GetString(), now.GetProperty("metadata").GetRawText()).ShouldBe(("three", """{"a":1}"""));
        var edits = (await ada.GetAsync($"/api/messaging/messages/{id}/edits")).ShouldBe(200).Data;
        edits.GetProperty("edits").EnumerateArray().Select(edit => (edit.GetProperty("number").GetInt32(), edit.GetProperty("text").GetString())).ShouldBe([(1, "one"), (2, "two")]);
        edits.GetProperty("edits")[0].GetProperty("replacedAt").GetInt64().ShouldBe(edited.GetProperty("editedAt").GetInt64());
        edits.GetProperty("pagination").GetProperty("total").GetInt64().ShouldBe(2);
        (await ada.GetAsync($"/api/messaging/messages/{id}/edits?limit=1&offset=1")).Data.GetProperty("edits")[0].GetProperty("text").GetString().ShouldBe("two");
    }

    [Fact]
    public async Task EditMessage_WithTheSameContent_IsNoEdit()
    {
        var id = await _api.SubmitAsync(await _api.CreateOpenAsync(), "one");
        (await _api.EditAsync(id, "one")).ShouldBe(200).Data.GetProperty("editedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _api.GetAsync($"/api/messaging/messages/{id}/edits")).Data.GetProperty("edits").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task EditMessage_WithNewMentions_FindsThemAndWakesNobody()
    {
        var channel = await _api.CreateOpenAsync(withEliza: true);
        var id = await _api.SubmitAsync(channel, "Hello");
        await factory.Posted.WaitForAnswersAsync(channel, 1);

        (await _api.EditAsync(id, "Hello @eliza")).ShouldBe(200).Data.GetProperty("mentions")[0].GetString().ShouldBe(Api.Eliza);

        (await factory.QueryAsync(db => db.AgentRuns.CountAsync(run => run.ChannelId == new Domain.Channels.ChannelId(channel)))).ShouldBe(1);
    }

    [Fact]
    public async Task EditMessage_ByOthers_TakesTheRightToSpeakForTheAuthor()
    {
        var channel = await _api.CreatePrivateAsync("ada", "bob");
        await _api.JoinAsync(channel, "admin", "admin");
        var id = await _api.SubmitAsync(channel, "one", "ada");

        foreach (var other in new[] { await factory.UserAsync("bob"), await factory.UserAsync("admin"), await factory.AgentAsync(Api.Eliza, "messages:write"), await factory.ServiceAsync("messages:read", "channels:write") })
            (await other.EditAsync(id, "two")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.ServiceAsync("messages:write")).EditAsync(id, "by a service")).ShouldBe(200);
        (await _api.PostAsync($"/api/agents/{Api.Eliza}/grants", new { userId = "ada" })).ShouldBe(201);
        (await (await factory.AgentAsync(Api.Eliza, "messages:write")).EditAsync(id, "by grant")).ShouldBe(200);
        (await _api.DeleteAsync($"/api/agents/{Api.Eliza}/grants/ada")).ShouldBe(200);
    }

    [Fact]
    public async Task EditMessage_ByAnAuthorWhoMayNoLongerWrite_Returns403()
    {
        var channel = await _api.CreatePrivateAsync();
        var id = await _api.SubmitAsync(channel, "one", "ada");
        await _api.JoinAsync(channel, "ada", "guest");
        (await (await factory.UserAsync("ada")).EditAsync(id, "two")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task EditMessage_WhenItIsWrong_FailsInTheOrderOfChecks()
    {
        var id = await _api.SubmitAsync(await _api.CreateOpenAsync(), "one");
        (await _api.EditAsync(Guid.CreateVersion7(), "two")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.PatchAsync("/api/messaging/messages/x", new { content = "two" })).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Message with ID 'x' does not exist");
        (await _api.PatchAsync("/api/messaging/messages/x", new { })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Required field 'content' is missing");
        (await _api.PatchAsync($"/api/messaging/messages/{id}", new { text = "<script>" })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'text'");
        (await _api.PatchAsync($"/api/messaging/messages/{id}", new { content = "x", metadata = 5 })).ShouldBeError(400, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task EditMessage_FortyTimesAtOnce_LosesNoRevision()
    {
        var id = await _api.SubmitAsync(await _api.CreateOpenAsync(), "version 0");

        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(i => _api.EditAsync(id, $"version {i}")));

        answers.ShouldAllBe(answer => answer.Status == 200);
        var edits = (await _api.GetAsync($"/api/messaging/messages/{id}/edits")).Data.GetProperty("edits").EnumerateArray().ToList();
        edits.Select(edit => edit.GetProperty("number").GetInt32()).ShouldBe(Enumerable.Range(1, 40));
        var last = (await _api.GetAsync($"/api/messaging/messages/{id}")).Data.GetProperty("text").GetString();
        edits.Select(edit => edit.GetProperty("text").GetString()).Append(last).ShouldBe(Enumerable.Range(0, 41).Select(i => $"version {i}"), ignoreOrder: true);
    }

    [Fact]
    public async Task EditMessage_TheHundredAndFirstTime_Returns409()
    {
        var id = await _api.SubmitAsync(await _api.CreateOpenAsync(), "0");
        for (var i = 1; i <= 100; i++) (await _api.EditAsync(id, $"{i}")).ShouldBe(200);

        (await _api.EditAsync(id, "101")).ShouldBeError(409, "CONFLICT").Details.ShouldBe("A message can be edited 100 times at most");
    }
}
