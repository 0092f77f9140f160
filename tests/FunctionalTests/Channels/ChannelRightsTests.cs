using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Channels;

/// <summary>What people may do in channels, by their role there. The table of all routes is in AuthorizationTests.</summary>
public sealed class ChannelRightsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Channels = "/api/messaging/channels";

    [Fact]
    public async Task Create_ByAPerson_MakesThemTheOwnerUnderTheirName()
    {
        var ada = await factory.UserAsync("ada", "Ada Lovelace");

        var channel = await ada.CreateChannelAsync("adas-own");

        var owner = (await ada.GetAsync($"{Channels}/{channel}/participants")).ShouldBe(200).Data.GetProperty("participants").EnumerateArray().ShouldHaveSingleItem();
        (owner.GetProperty("userId").GetString(), owner.GetProperty("role").GetString(), owner.GetProperty("name").GetString()).ShouldBe(("ada", "owner", "Ada Lovelace"));
    }

    [Fact]
    public async Task Create_ByAnAgentWithTheScope_MakesItTheOwner()
    {
        var agent = await factory.AgentAsync(Api.Eliza, "messages:read", "channels:write");

        var channel = await agent.CreateChannelAsync("elizas-own");

        var owner = (await agent.GetAsync($"{Channels}/{channel}/participants")).ShouldBe(200).Data.GetProperty("participants").EnumerateArray().ShouldHaveSingleItem();
        (owner.GetProperty("kind").GetString(), owner.GetProperty("role").GetString(), owner.GetProperty("name").GetString()).ShouldBe(("agent", "owner", "Eliza"));
    }

    [Fact]
    public async Task Create_ByAService_MakesItNobodys()
    {
        var channel = await factory.Api.CreateChannelAsync("nobodys");
        (await factory.Api.GetAsync($"{Channels}/{channel}/participants")).ShouldBe(200).Data.GetProperty("participants").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task OpenChannel_ForAnyPerson_CanBeReadWrittenAndJoined()
    {
        var channel = await factory.Api.CreateChannelAsync("open");
        var bob = await factory.UserAsync("bob", "Bob");

        (await bob.PostAsync("/api/messaging/submit", new { channel_id = channel, content = "Hi" })).ShouldBe(201);
        (await bob.HistoryAsync(channel)).Count.ShouldBe(1);
        (await Join(bob, channel, "bob")).ShouldBe(201).Data.GetProperty("name").GetString().ShouldBe("Bob");
        (await Join(bob, channel, "bob")).ShouldBeError(409, "CONFLICT");
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("owner")]
    public async Task OpenChannel_JoinedAsOneWhoManages_Returns403(string role)
    {
        var channel = await factory.Api.CreateChannelAsync($"not-as-{role}");
        (await Join(await factory.UserAsync("mallory"), channel, "mallory", role)).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task OpenChannel_JoinedInAnothersStead_Returns403()
    {
        var channel = await factory.Api.CreateChannelAsync("in-anothers-stead");
        (await Join(await factory.UserAsync("mallory"), channel, "ada")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.UserAsync("mallory")).PostAsync($"{Channels}/{channel}/agents", new { agentId = Api.Eliza })).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Admin_OfAChannel_GivesNoRoleAboveItsOwn()
    {
        var channel = await factory.Api.CreateChannelAsync("ranks");
        await factory.Api.JoinAsync(channel, "the-admin", "admin");
        var admin = await factory.UserAsync("the-admin");

        (await Join(admin, channel, "deputy", "admin")).ShouldBe(201);
        (await Join(admin, channel, "usurper", "owner")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Theory]
    [InlineData("dm", false)]
    [InlineData("group", false)]
    [InlineData("text", true)]
    [InlineData("voice", true)]
    public async Task PrivateChannel_OfAnyType_IsClosedToOthers(string type, bool isPrivate)
    {
        var ada = await factory.UserAsync("ada");
        var channel = (await ada.PostAsync(Channels, new { name = $"private-{type}", type, isPrivate })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        await ada.PostAsync("/api/messaging/submit", new { channel_id = channel, content = "Between us" });
        var bob = await factory.UserAsync("bob");

        (await bob.GetAsync($"{Channels}/{channel}")).ShouldBeError(403, "PERMISSION_DENIED");
        (await bob.GetAsync($"{Channels}/{channel}/messages")).ShouldBeError(403, "PERMISSION_DENIED");
        (await Join(bob, channel, "bob")).ShouldBeError(403, "PERMISSION_DENIED");
        (await bob.PostAsync("/api/messaging/submit", new { channel_id = channel, content = "Let me in" })).ShouldBeError(403, "PERMISSION_DENIED");

        (await Join(ada, channel, "bob")).ShouldBe(201);
        (await bob.HistoryAsync(channel)).ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe("Between us");
    }

    [Fact]
    public async Task PrivateChannel_OfMetadata_IsClosedToo()
    {
        var ada = await factory.UserAsync("ada");
        var channel = (await ada.PostAsync(Channels, new { name = "private-by-metadata", metadata = new { isPrivate = true } })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        (await (await factory.UserAsync("bob")).GetAsync($"{Channels}/{channel}")).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Agent_InAPrivateChannel_MayLeaveByItselfAndNoOtherMayTakeItOut()
    {
        var ada = await factory.UserAsync("ada");
        var channel = (await ada.PostAsync(Channels, new { name = "with-eliza", type = "group" })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        (await ada.PostAsync($"{Channels}/{channel}/agents", new { agentId = Api.Eliza })).ShouldBe(200);
        (await ada.PostAsync($"{Channels}/{channel}/participants", new { userId = "bob" })).ShouldBe(201);

        (await (await factory.UserAsync("bob")).DeleteAsync($"{Channels}/{channel}/agents/{Api.Eliza}")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.AgentAsync(Api.Eliza, "messages:read")).DeleteAsync($"{Channels}/{channel}/agents/{Api.Eliza}")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.AgentAsync(Api.Eliza, "messages:write")).DeleteAsync($"{Channels}/{channel}/agents/{Api.Eliza}")).ShouldBe(200);
    }

    [Theory]
    [InlineData("messages:read", 200, 403, 403, 403)]
    [InlineData("messages:write", 403, 201, 403, 403)]
    [InlineData("channels:write", 403, 403, 201, 201)]
    [InlineData("sessions:write", 403, 403, 403, 403)]
    [InlineData("agents:write", 403, 403, 403, 403)]
    [InlineData("tokens:issue", 403, 403, 403, 403)]
    [InlineData("admin", 200, 201, 201, 201)]
    public async Task Service_WithOneScope_MayDoThatAndNoMore(string scope, int read, int write, int add, int create)
    {
        var name = scope.Replace(':', '-');
        var channel = (await factory.Api.PostAsync(Channels, new { name = $"scope-{name}", type = "group" })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        var service = await factory.ServiceAsync(scope);

        (await service.GetAsync($"{Channels}/{channel}/messages")).Status.ShouldBe(read);
        (await service.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "anybody", content = "Hi" })).Status.ShouldBe(write);
        (await Join(service, channel, "anybody", "owner")).Status.ShouldBe(add);
        (await service.PostAsync(Channels, new { name = $"made-by-{name}" })).Status.ShouldBe(create);
    }

    private static Task<Answer> Join(Api api, Guid channel, string userId, string role = "member") =>
        api.PostAsync($"{Channels}/{channel}/participants", new { userId, role });
}
