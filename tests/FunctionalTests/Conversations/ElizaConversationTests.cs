using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Conversations;

public sealed class ElizaConversationTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Eliza_WhenAPersonWrites_AnswersInTheThreadWithItsName()
    {
        var channel = await _api.CreateChannelAsync("first-answer", withEliza: true);
        var question = await _api.SubmitAsync(channel, "I am unhappy because my mother never listens to me");
        await factory.Posted.WaitForAnswersAsync(channel, 1);

        var reply = (await _api.HistoryAsync(channel))[1];

        reply.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
        reply.GetProperty("userId").ValueKind.ShouldBe(JsonValueKind.Null);
        reply.GetProperty("inReplyToMessageId").GetGuid().ShouldBe(question);
        reply.GetProperty("threadId").GetGuid().ShouldBe(question);
        reply.GetProperty("sourceType").GetString().ShouldBe("agent_response");
        reply.GetProperty("metadata").GetProperty("agent_name").GetString().ShouldBe("Eliza");
        reply.GetProperty("text").GetString()!.ShouldContain("mother");
    }

    [Fact]
    public async Task Eliza_WhenManyMessagesComeAtOnce_AnswersEachOnceInTheirOrder()
    {
        var channel = await _api.CreateChannelAsync("burst", withEliza: true);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => _api.SubmitAsync(channel, $"My brother number {i} is like me")));
        await factory.Posted.WaitForAnswersAsync(channel, 40);

        var history = await _api.HistoryAsync(channel);
        var asked = history.Where(IsByPerson).Select(message => message.GetProperty("id").GetGuid());
        var answered = history.Where(message => !IsByPerson(message)).Select(message => message.GetProperty("inReplyToMessageId").GetGuid());

        answered.ShouldBe(asked);
    }

    [Fact]
    public async Task Eliza_InEachChannel_RemembersItsOwnPlace()
    {
        string[] lines = ["Hello", "My boyfriend made me come here", "Everybody hates me", "blue", "green", "grey", "white"];
        var one = await _api.CreateChannelAsync("memory-one", withEliza: true);
        var two = await _api.CreateChannelAsync("memory-two", withEliza: true);
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var channel in new[] { one, two }) await _api.SubmitAsync(channel, lines[i]);
            foreach (var channel in new[] { one, two }) await factory.Posted.WaitForAnswersAsync(channel, i + 1);
        }

        var answers = (await _api.HistoryAsync(one)).Where(message => !IsByPerson(message)).Select(Text).ToList();
        var others = (await _api.HistoryAsync(two)).Where(message => !IsByPerson(message)).Select(Text).ToList();

        others.ShouldBe(answers);
        answers.Distinct().Count().ShouldBe(answers.Count);
        answers.Skip(3).ShouldContain(answer => answer.Contains("boyfriend made you come here"));
    }

    [Fact]
    public async Task Eliza_NeverAnswersItselfNorOtherAgentsThatDoNotCallIt()
    {
        var channel = await _api.CreateChannelAsync("own-words", withEliza: true);
        await _api.SubmitAsync(channel, "What would you like to say to @Eliza today?", author: Api.Eliza);
        await _api.SubmitAsync(channel, "Hello");
        await factory.Posted.WaitForAnswersAsync(channel, 2);

        var runs = await factory.QueryAsync(db => Task.FromResult(db.AgentRuns.AsEnumerable().Count(run => run.ChannelId.Value == channel)));

        runs.ShouldBe(1);
        (await _api.HistoryAsync(channel)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Eliza_WhenTakenOutOfTheChannel_AnswersNoMore()
    {
        var channel = await _api.CreateChannelAsync("taken-out", withEliza: true);
        await _api.SubmitAsync(channel, "Hello");
        await factory.Posted.WaitForAnswersAsync(channel, 1);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/agents/{Api.Eliza}")).ShouldBe(200);

        await _api.SubmitAsync(channel, "Are you there?");

        var runs = await factory.QueryAsync(db => Task.FromResult(db.AgentRuns.AsEnumerable().Count(run => run.ChannelId.Value == channel)));
        runs.ShouldBe(1);
    }

    private static bool IsByPerson(JsonElement message) => message.GetProperty("userId").ValueKind is JsonValueKind.String;

    private static string Text(JsonElement message) => message.GetProperty("text").GetString()!;
}
