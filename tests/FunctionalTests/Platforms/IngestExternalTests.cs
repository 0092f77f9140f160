using Eliza.Domain.Common;
using Eliza.Domain.Channels;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Platforms;

/// <summary>Messages that a connector tells by ids of ours.</summary>
public sealed class IngestExternalTests(ApiFactory factory) : IClassFixture<ApiFactory>, IAsyncLifetime
{
    private const string Path = "/api/messaging/ingest-external";
    private const string Ada = "ada00000-0000-4000-8000-000000000001";
    private const string Bob = "b0b00000-0000-4000-8000-000000000001";
    private const string Parry = "9a220000-0000-4000-8000-000000000001";

    private readonly Api _api = factory.Api;

    public async ValueTask InitializeAsync() => await factory.QueryAsync(async db =>
        await db.Agents.AnyAsync(agent => agent.Id == ActorId.FromTrusted(Parry)) ? 0 : await db.AddAgentAsync(Parry, "Parry", "eliza", createdAt: 5));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Ingest_WhenTheRoomIsUnknown_OpensAPrivateChannelAndWakesTheAgent()
    {
        var room = Guid.NewGuid();
        var answer = (await _api.PostAsync(Path, Body(room, "1", sourceType: "Discord"))).ShouldBe(200);

        answer.Json.GetProperty("success").GetBoolean().ShouldBeTrue();
        var channel = answer.Json.GetProperty("channelId").GetGuid();
        answer.Data.GetProperty("messageId").GetGuid().ShouldBe(answer.Json.GetProperty("messageId").GetGuid());
        await factory.Posted.WaitForAnswersAsync(channel, 1);
        var message = (await _api.HistoryAsync(channel))[0];
        (message.GetProperty("userId").GetString(), message.GetProperty("sourceType").GetString()).ShouldBe((Ada, "discord"));
        message.GetProperty("metadata").GetProperty("username").GetString().ShouldBe("Ada");
        (await ParticipantsAsync(channel)).ShouldBe([Ada, Api.Eliza], ignoreOrder: true);
        var details = (await _api.GetAsync($"/api/messaging/channels/{channel}/details")).Data;
        details.GetProperty("isPrivate").GetBoolean().ShouldBeTrue();
        details.GetProperty("name").GetString()!.ShouldStartWith($"discord-{room}-");
    }

    [Fact]
    public async Task Ingest_WhenRepeated_AnswersTheSameAndStoresNothing()
    {
        var room = Guid.NewGuid();
        var first = (await _api.PostAsync(Path, Body(room, "1"))).ShouldBe(200);
        var second = (await _api.PostAsync(Path, Body(room, "1"))).ShouldBe(200);
        var another = (await (await factory.ServiceAsync("messages:write")).PostAsync(Path, Body(room, "1", text: "Other words"))).ShouldBe(200);

        second.Text.ShouldBe(first.Text);
        another.Text.ShouldBe(first.Text);
        (await _api.PostAsync(Path, Body(room, "1", text: "Other words"))).ShouldBeError(422, "IDEMPOTENCY_KEY_REUSED");
        (await AskedAsync(ChannelOf(first))).ShouldBe([(Api.Eliza, 1)]);
    }

    [Fact]
    public async Task Ingest_WhenAHundredComeAtOnce_StoresOneMessageAndOneRun()
    {
        var room = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _api.PostAsync(Path, Body(room, "1"))));

        answers.Select(answer => answer.ShouldBe(200).Text).Distinct().ShouldHaveSingleItem();
        await factory.Posted.WaitForAnswersAsync(ChannelOf(answers[0]), 1);
        (await AskedAsync(ChannelOf(answers[0]))).ShouldBe([(Api.Eliza, 1)]);
        (await _api.HistoryAsync(ChannelOf(answers[0]))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Ingest_WhenTwoAgentsGetTheSameAtOnce_StoresItOnceAndWakesBothOnce()
    {
        var room = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => _api.PostAsync(Path, Body(room, "1", agent: i % 2 == 0 ? Api.Eliza : Parry))));

        answers.Select(answer => answer.ShouldBe(200).Json.GetProperty("messageId").GetGuid()).Distinct().ShouldHaveSingleItem();
        var channel = ChannelOf(answers[0]);
        await factory.Posted.WaitForAnswersAsync(channel, 2);
        (await AskedAsync(channel)).ShouldBe([(Parry, 1), (Api.Eliza, 1)], ignoreOrder: true);
        (await ParticipantsAsync(channel)).ShouldBe([Ada, Api.Eliza, Parry], ignoreOrder: true);
    }

    [Fact]
    public async Task Ingest_WhenTheRoomIsKnown_BringsInWhoIsNew()
    {
        var room = Guid.NewGuid();
        var first = (await _api.PostAsync(Path, Body(room, "1"))).ShouldBe(200);
        var second = (await _api.PostAsync(Path, Body(Guid.Parse($"{room}".ToUpperInvariant()), "2", user: Bob, agent: Parry))).ShouldBe(200);

        ChannelOf(second).ShouldBe(ChannelOf(first));
        (await ParticipantsAsync(ChannelOf(first))).ShouldBe([Ada, Bob, Api.Eliza, Parry], ignoreOrder: true);

        // In a group of several agents the one that is named answers, and that alone.
        (await AskedAsync(ChannelOf(first))).ShouldBe([(Api.Eliza, 1), (Parry, 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task Ingest_WhenTheRoomIsAChannelOfOurs_PostsThere()
    {
        var channel = await _api.CreateChannelAsync("ours", withEliza: true);
        var answer = (await (await factory.ServiceAsync("messages:write")).PostAsync(Path, Body(channel, "1"))).ShouldBe(200);

        ChannelOf(answer).ShouldBe(channel);
        await factory.Posted.WaitForAnswersAsync(channel, 1);
        (await ParticipantsAsync(channel)).ShouldBe([Api.Eliza]);
    }

    [Fact]
    public async Task Ingest_WhenTheAgentIsMutedOrInactive_StoresWithoutWakingIt()
    {
        var muted = Guid.NewGuid();
        var channel = ChannelOf((await _api.PostAsync(Path, Body(muted, "1"))).ShouldBe(200));
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents/{Api.Eliza}/mute", new { })).ShouldBe(200);
        (await _api.PostAsync(Path, Body(muted, "2"))).ShouldBe(200);
        (await _api.PostAsync(Path, Body(muted, "2"))).ShouldBe(200);
        (await AskedAsync(channel)).ShouldBe([(Api.Eliza, 1)]);

        const string idle = "1d1e0000-0000-4000-8000-000000000001";
        await factory.QueryAsync(db => db.AddAgentAsync(idle, "Idle", "eliza", isActive: false, createdAt: 5));
        var silent = (await _api.PostAsync(Path, Body(Guid.NewGuid(), "1", agent: idle))).ShouldBe(200);
        (await AskedAsync(ChannelOf(silent))).ShouldBeEmpty();
        (await _api.HistoryAsync(ChannelOf(silent))).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("agentId", "eliza")]
    [InlineData("roomId", "general")]
    [InlineData("userId", "ada")]
    [InlineData("userId", Parry)]
    [InlineData("text", "")]
    [InlineData("sourceId", " ")]
    [InlineData("sourceType", "irc")]
    public async Task Ingest_WhenAFieldIsWrong_Returns400NamingIt(string field, string value)
    {
        var body = new Dictionary<string, string>
        {
            ["agentId"] = Api.Eliza, ["roomId"] = $"{Guid.NewGuid()}", ["userId"] = Ada, ["text"] = "Hello", ["sourceId"] = "1", ["sourceType"] = "twitter",
        };
        body[field] = value;

        (await _api.PostAsync(Path, body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain($"'{field}'");
    }

    [Fact]
    public async Task Ingest_WhenTheAgentIsUnknown_Returns404() =>
        (await _api.PostAsync(Path, Body(Guid.NewGuid(), "1", agent: Bob))).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldContain(Bob);

    [Fact]
    public async Task Ingest_ByAnAgent_NeedsItsOwnNameAndAGrantAndAFootInTheRoom()
    {
        const string person = "ada00000-0000-4000-8000-0000000000ff";
        var parry = await factory.AgentAsync(Parry, "messages:read", "messages:write");
        object OfPerson(Guid room, string id, string agent = Parry) => Body(room, id, user: person, agent: agent);
        (await parry.PostAsync(Path, OfPerson(Guid.NewGuid(), "1"))).ShouldBeError(403, "PERMISSION_DENIED");

        (await _api.PostAsync($"/api/agents/{Parry}/grants", new { userId = person })).ShouldBe(201);
        var own = Guid.NewGuid();
        (await parry.PostAsync(Path, OfPerson(own, "1"))).ShouldBe(200);
        (await parry.PostAsync(Path, OfPerson(own, "2", Api.Eliza))).ShouldBeError(403, "PERMISSION_DENIED");

        var foreign = Guid.NewGuid();
        (await _api.PostAsync(Path, Body(foreign, "1"))).ShouldBe(200);
        (await parry.PostAsync(Path, OfPerson(foreign, "2"))).ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.PostAsync(Path, Body(foreign, "3", user: person))).ShouldBe(200);
        (await parry.PostAsync(Path, OfPerson(foreign, "4"))).ShouldBe(200);

        var channel = (await _api.PostAsync("/api/messaging/channels", new { name = "closed", type = "group" })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        await _api.JoinAsync(channel, person);
        (await parry.PostAsync(Path, OfPerson(channel, "1"))).ShouldBeError(403, "PERMISSION_DENIED");
    }

    private static object Body(Guid room, string sourceId, string user = Ada, string agent = Api.Eliza, string text = "My mother is like me", string sourceType = "discord") =>
        new { agentId = agent, roomId = room, userId = user, text, sourceId, sourceType, metadata = new { username = "Ada" }, rawMessage = new { id = sourceId } };

    private static Guid ChannelOf(Answer answer) => answer.Json.GetProperty("channelId").GetGuid();

    private async Task<IReadOnlyList<string?>> ParticipantsAsync(Guid channel) =>
        [.. (await _api.GetAsync($"/api/messaging/channels/{channel}/participants")).ShouldBe(200).Data.GetProperty("participants")
            .EnumerateArray().Select(participant => participant.GetProperty("userId").GetString())];

    /// <summary>Which agents were asked in the channel, and how often.</summary>
    private Task<List<(string, int)>> AskedAsync(Guid channel) => factory.QueryAsync(async db =>
        (await db.AgentRuns.AsNoTracking().Where(run => run.ChannelId == new ChannelId(channel)).ToListAsync())
            .GroupBy(run => run.AgentId.Value).Select(runs => (runs.Key, runs.Count())).ToList());
}
