using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Channels;

/// <summary>One participant at a time: who it is, which role it has, how it goes.</summary>
public sealed class ParticipantRoleTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("channels")]
    [InlineData("central-channels")]
    public async Task Participant_WithARoleThatChanges_IsToldWithIt(string path)
    {
        var channel = await _api.CreateChannelAsync($"ranked-{path}");
        await _api.JoinAsync(channel, "ada");
        var ada = $"/api/messaging/{path}/{channel}/participants/ada";

        var changed = (await _api.PatchAsync(ada, new { role = "Admin" })).ShouldBe(200).Data.GetProperty("participant");

        (changed.GetProperty("id").GetString(), changed.GetProperty("userId").GetString(), changed.GetProperty("role").GetString(), changed.GetProperty("isMuted").GetBoolean())
            .ShouldBe(("ada", "ada", "admin", false));
        (await _api.GetAsync(ada)).ShouldBe(200).Data.GetRawText().ShouldContain(changed.GetRawText());
        (await _api.PatchAsync(ada, new { role = "admin" })).ShouldBe(200);
        (await _api.DeleteAsync(ada)).ShouldBe(200).Data.GetProperty("userId").GetString().ShouldBe("ada");
        foreach (var answer in new[] { await _api.GetAsync(ada), await _api.PatchAsync(ada, new { role = "guest" }), await _api.DeleteAsync(ada) })
            answer.ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("'ada' is not in the channel");
    }

    [Theory]
    [InlineData("{}", "Required field 'role' is missing")]
    [InlineData("""{"role":"king"}""", "Field 'role' must be one of owner, admin, member, guest")]
    [InlineData("""{"role":[]}""", "Field 'role' must be a string")]
    public async Task ChangeRole_WhenInvalid_Returns400(string body, string details) =>
        (await _api.PatchRawAsync("/api/messaging/channels/nowhere/participants/ada", body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Fact]
    public async Task Participant_OfNoChannelOrOfNoId_Returns404NamingIt()
    {
        const string Nowhere = "/api/messaging/channels/nowhere/participants/ada";
        foreach (var answer in new[] { await _api.GetAsync(Nowhere), await _api.PatchAsync(Nowhere, new { role = "guest" }), await _api.DeleteAsync(Nowhere) })
            answer.ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Channel with ID 'nowhere' does not exist");
        var blank = $"/api/messaging/channels/{await _api.CreateChannelAsync("no-id")}/participants/%20";
        foreach (var answer in new[] { await _api.GetAsync(blank), await _api.PatchAsync(blank, new { role = "guest" }), await _api.DeleteAsync(blank) })
            answer.ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("' ' is not in the channel");
    }

    [Fact]
    public async Task Ranks_OfWhoStandsAbove_AreOutOfReach()
    {
        var channel = await (await factory.UserAsync("owner")).CreateChannelAsync("standing");
        foreach (var (id, role) in new[] { ("admin", "admin"), ("other-admin", "admin"), ("member", "member") }) await _api.JoinAsync(channel, id, role);
        var admin = await factory.UserAsync("admin");
        string Of(string id) => $"/api/messaging/channels/{channel}/participants/{id}";

        (await admin.PatchAsync(Of("owner"), new { role = "guest" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await admin.DeleteAsync(Of("owner"))).ShouldBeError(403, "PERMISSION_DENIED");
        (await admin.PatchAsync(Of("member"), new { role = "owner" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await admin.PatchAsync(Of("admin"), new { role = "owner" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await admin.PatchAsync(Of("member"), new { role = "admin" })).ShouldBe(200);
        (await admin.PatchAsync(Of("other-admin"), new { role = "guest" })).ShouldBe(200);
        (await (await factory.UserAsync("other-admin")).PatchAsync(Of("other-admin"), new { role = "member" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.UserAsync("other-admin")).DeleteAsync(Of("member"))).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.UserAsync("other-admin")).DeleteAsync(Of("other-admin"))).ShouldBe(200);
    }

    [Fact]
    public async Task LastOwner_OfAPersonsChannel_CanNeitherGoNorStepDownUntilThereIsAnother()
    {
        var ada = await factory.UserAsync("ada");
        var channel = await ada.CreateChannelAsync("adas-last");
        var path = $"/api/messaging/channels/{channel}/participants";
        await _api.JoinAsync(channel, "bob");

        foreach (var api in new[] { ada, _api })
        {
            (await api.DeleteAsync($"{path}/ada")).ShouldBeError(409, "CONFLICT").Details.ShouldContain("last owner");
            (await api.PatchAsync($"{path}/ada", new { role = "member" })).ShouldBeError(409, "CONFLICT");
        }
        (await ada.PatchAsync($"{path}/bob", new { role = "owner" })).ShouldBe(200);
        (await ada.DeleteAsync($"{path}/ada")).ShouldBe(200);
    }

    [Fact]
    public async Task Owners_WhoAllStepDownOrLeaveAtOnce_LeaveOneBehind()
    {
        var channel = await _api.CreateChannelAsync("abdication");
        string[] owners = [.. Enumerable.Range(0, 40).Select(i => $"owner-{i}")];
        foreach (var owner in owners) await _api.JoinAsync(channel, owner, "owner");
        var callers = await Task.WhenAll(owners.Select(owner => factory.UserAsync(owner)));

        var answers = await Task.WhenAll(owners.Zip(callers).Select((one, i) => i % 2 == 0
            ? one.Second.DeleteAsync($"/api/messaging/channels/{channel}/participants/{one.First}")
            : one.Second.PatchAsync($"/api/messaging/channels/{channel}/participants/{one.First}", new { role = "guest" })));

        answers.Count(answer => answer.Status == 200).ShouldBe(39);
        answers.Single(answer => answer.Status != 200).ShouldBeError(409, "CONFLICT");
        (await ListAsync(channel)).Count(row => row.GetProperty("role").GetString() == "owner").ShouldBe(1);
    }

    [Fact]
    public async Task ChangeRole_FortyTimesAtOnce_EndsInOneOfThem()
    {
        var channel = await _api.CreateChannelAsync("role-race");
        await _api.JoinAsync(channel, "ada");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            _api.PatchAsync($"/api/messaging/channels/{channel}/participants/ada", new { role = i % 2 == 0 ? "guest" : "admin" })));
        foreach (var answer in answers) answer.ShouldBe(200);
        (await ListAsync(channel)).ShouldHaveSingleItem().GetProperty("role").GetString().ShouldBeOneOf("guest", "admin");
    }

    [Fact]
    public async Task Remove_OfAnAgent_TakesItOut()
    {
        var channel = await _api.CreateChannelAsync("agent-by-participant", withEliza: true);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/participants/{Api.Eliza.ToUpperInvariant()}")).ShouldBe(200);
        (await _api.GetAsync($"/api/messaging/channels/{channel}/agents")).Data.GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("Eliza")]
    [InlineData("eLIZA")]
    [InlineData(" Eliza ")]
    [InlineData("E112A000-0000-4000-8000-000000000001")]
    public async Task Join_UnderTheNameOfAnAgentInTheChannel_Returns409(string name)
    {
        var channel = await _api.CreateChannelAsync($"impostor-{Guid.CreateVersion7():N}", withEliza: true);
        foreach (var api in new[] { await factory.UserAsync("mallory"), _api })
            (await api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "mallory", name })).ShouldBeError(409, "CONFLICT").Details.ShouldContain(name.Trim());
        (await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "ada", name = "Elizabeth" })).ShouldBe(201);
    }

    [Fact]
    public async Task Join_ByWhoseTokenSaysTheNameOfAnAgent_IsWithoutThatName()
    {
        var mallory = await factory.UserAsync("mallory", "Eliza");
        var channel = await _api.CreateChannelAsync("impostor-by-token", withEliza: true);
        (await mallory.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "mallory" })).ShouldBe(201).Data.GetProperty("name").GetString().ShouldBeNull();
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync(Guid channel) =>
        [.. (await _api.GetAsync($"/api/messaging/channels/{channel}/participants?limit=100")).ShouldBe(200).Data.GetProperty("participants").EnumerateArray()];
}
