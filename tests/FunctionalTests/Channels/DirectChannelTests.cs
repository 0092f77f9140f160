using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Channels;

public sealed class DirectChannelTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Dm = "/api/messaging/dm-channel";

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("userId1={0}&userId2={1}")]
    [InlineData("userId1={1}&userId2={0}")]
    [InlineData("currentUserId={0}&targetUserId={1}")]
    [InlineData("currentUserId={1}&targetUserId={0}&dmServerId=00000000-0000-0000-0000-000000000000")]
    [InlineData("userId1={0}&targetUserId={1}")]
    public async Task Open_HoweverTheTwoAreNamed_IsTheOneChannelOfBoth(string query)
    {
        var first = (await _api.GetAsync($"{Dm}?userId1=ada&userId2=bob")).ShouldBe(200).Data;
        var again = (await _api.GetAsync($"{Dm}?{string.Format(null, query, "ada", "bob")}")).ShouldBe(200).Data;

        again.GetProperty("id").GetGuid().ShouldBe(first.GetProperty("channel").GetProperty("id").GetGuid());
        (again.GetProperty("type").GetString(), again.GetProperty("isPrivate").GetBoolean()).ShouldBe(("dm", true));
        again.GetProperty("metadata").GetRawText().ShouldBe("""{"participantCentralUserIds":["ada","bob"]}""");
    }

    [Fact]
    public async Task Open_WithAnAgent_BringsTheAgentInWhichAnswers()
    {
        var ada = await factory.UserAsync("ada", "Ada");
        var channel = (await ada.GetAsync($"{Dm}?userId1=ada&userId2={Api.Eliza}")).ShouldBe(200).Data.GetProperty("id").GetGuid();

        (await ada.GetAsync($"/api/messaging/channels/{channel}/agents")).ShouldBe(200).Data.GetArrayLength().ShouldBe(1);
        (await ada.PostAsync("/api/messaging/submit", new { channel_id = channel, content = "I am sad" })).ShouldBe(201);
        await factory.Posted.WaitForAnswersAsync(channel, 1);
        (await ada.GetAsync($"/api/messaging/channels/{channel}/participants/ada")).ShouldBe(200).Data.GetProperty("name").GetString().ShouldBe("Ada");
    }

    [Fact]
    public async Task Open_SixtyTimesAtOnce_MakesOneChannel()
    {
        var (one, other) = (await factory.UserAsync("racer-1"), await factory.UserAsync("racer-2"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 3) switch
        {
            0 => one.GetAsync($"{Dm}?userId1=racer-1&userId2=racer-2"),
            1 => other.GetAsync($"{Dm}?userId1=racer-2&userId2=racer-1"),
            _ => _api.PostAsync("/api/messaging/channels", new { type = "DM", participantCentralUserIds = new[] { "racer-2", "racer-1" } }),
        }));

        answers.Select(answer => answer.Data.GetProperty("id").GetGuid()).Distinct().ShouldHaveSingleItem();
        (await factory.QueryAsync(db => db.Channels.CountAsync(channel => channel.PairKey == "racer-1|racer-2"))).ShouldBe(1);
    }

    [Fact]
    public async Task Open_InAnotherServer_IsAnotherChannel()
    {
        var server = Guid.CreateVersion7();
        var there = (await _api.GetAsync($"{Dm}?userId1=carl&userId2=dora&dmServerId={server}")).ShouldBe(200).Data;
        there.GetProperty("serverId").GetGuid().ShouldBe(server);
        (await _api.GetAsync($"{Dm}?userId1=carl&userId2=dora")).ShouldBe(200).Data.GetProperty("id").GetGuid().ShouldNotBe(there.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Open_AfterOneHasLeft_BringsThemBack()
    {
        var (eve, finn) = (await factory.UserAsync("eve"), await factory.UserAsync("finn"));
        var channel = (await eve.GetAsync($"{Dm}?userId1=eve&userId2=finn")).ShouldBe(200).Data.GetProperty("id").GetGuid();
        (await finn.DeleteAsync($"/api/messaging/channels/{channel}/participants/finn")).ShouldBe(200);
        (await finn.GetAsync($"/api/messaging/channels/{channel}")).ShouldBeError(403, "PERMISSION_DENIED");

        (await finn.GetAsync($"{Dm}?userId1=eve&userId2=finn")).ShouldBe(200).Data.GetProperty("id").GetGuid().ShouldBe(channel);

        (await finn.GetAsync($"/api/messaging/channels/{channel}")).ShouldBe(200);
    }

    [Fact]
    public async Task Open_ByOthersThanTheTwo_TakesATrustedServiceThatMay()
    {
        const string Pair = $"{Dm}?userId1=gil&userId2={Api.Eliza}";
        var (reader, writer) = (await factory.ServiceAsync("messages:read"), await factory.ServiceAsync("channels:write"));
        var agent = await factory.AgentAsync(Api.Eliza, "messages:read", "messages:write");

        foreach (var caller in new[] { await factory.UserAsync("mallory"), reader, agent, await factory.ServiceAsync("messages:write") })
            (await caller.GetAsync(Pair)).ShouldBeError(403, "PERMISSION_DENIED");
        var channel = (await writer.GetAsync(Pair)).ShouldBe(200).Data.GetProperty("id").GetGuid();
        foreach (var caller in new[] { reader, writer, agent, await factory.UserAsync("gil") })
            (await caller.GetAsync(Pair)).ShouldBe(200).Data.GetProperty("id").GetGuid().ShouldBe(channel);
        foreach (var caller in new[] { await factory.UserAsync("mallory"), await factory.ServiceAsync("messages:write") })
            (await caller.GetAsync(Pair)).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Theory]
    [InlineData("", "Required field 'userId1' is missing; Required field 'userId2' is missing")]
    [InlineData("?userId1=ada", "Required field 'userId2' is missing")]
    [InlineData("?currentUserId=ada", "Required field 'userId2' is missing")]
    [InlineData("?userId1=a%20b&userId2=ada", "Field 'userId1' must be 1 to 128")]
    [InlineData("?currentUserId=ada&targetUserId=%3C", "Field 'targetUserId' must be 1 to 128")]
    [InlineData("?userId1=ada&userId2=ada", "Field 'userId2' must be another than the first")]
    [InlineData("?currentUserId=ada&targetUserId=ada", "Field 'targetUserId' must be another than the first")]
    [InlineData("?userId1=E112A000-0000-4000-8000-000000000001&userId2=e112a000-0000-4000-8000-000000000001", "Field 'userId2' must be another")]
    [InlineData("?userId1=ada&userId2=bob&dmServerId=x", "Field 'dmServerId' must be a UUID")]
    public async Task Open_WhenInvalid_Returns400NamingTheField(string query, string details) =>
        (await _api.GetAsync(Dm + query)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Fact]
    public async Task Create_OfADirectChannelOfTwo_FindsOrMakesTheirOne()
    {
        var ivy = await factory.UserAsync("ivy");
        var made = (await ivy.PostAsync("/api/messaging/channels", new { type = "dm", name = "Ivy & Jo", participantCentralUserIds = new[] { "jo", "ivy" } })).ShouldBe(201).Data;
        var named = (await ivy.PostAsync("/api/messaging/channels", new { type = "SELF", participant_central_user_ids = new[] { "jo" } })).ShouldBe(201).Data;
        var found = (await ivy.GetAsync($"{Dm}?userId1=ivy&userId2=jo")).ShouldBe(200).Data;

        new[] { named, found }.Select(data => data.GetProperty("id").GetGuid()).ShouldAllBe(id => id == made.GetProperty("id").GetGuid());
        found.GetProperty("metadata").GetProperty("displayName").GetString().ShouldBe("Ivy & Jo");
        (await ivy.PostAsync("/api/messaging/channels", new { type = "dm", participantCentralUserIds = new[] { "jo", "kim" } })).ShouldBeError(403, "PERMISSION_DENIED");
        (await ivy.PostAsync("/api/messaging/channels", new { type = "dm", participantCentralUserIds = new[] { "ivy", "jo", "kim" } }))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'participantCentralUserIds' must name at most 2");
        (await ivy.PostAsync("/api/messaging/channels", new { type = "dm", participantCentralUserIds = new[] { "ivy" } })).ShouldBe(201);
    }
}
