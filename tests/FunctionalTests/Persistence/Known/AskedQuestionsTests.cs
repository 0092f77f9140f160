using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Persistence.Known;

/// <summary>What the path of a message asks the database before it writes.</summary>
public sealed class AskedQuestionsTests(FactsFactory factory) : IClassFixture<FactsFactory>
{
    private const string Submit = "/api/messaging/submit";

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("service")]
    [InlineData("person")]
    [InlineData("agent")]
    public async Task Submit_OfANewKeyToAKnownChannel_AsksNothing(string caller)
    {
        var channel = await _api.CreateChannelAsync($"known-to-{caller}", withEliza: true);
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents/{Api.Eliza}/mute", new { })).ShouldBe(200);
        var id = caller is "agent" ? $"{Guid.CreateVersion7()}" : "ada";
        if (caller is "agent") (await _api.PostAsync("/api/agents", new { id, name = "Parry", kind = "remote" })).ShouldBe(201);
        var api = caller switch { "service" => _api, "person" => await factory.UserAsync(id), _ => await factory.AgentAsync(id, "messages:write") };
        await SubmitAsync(api, "first");
        factory.Asked.Take();

        await SubmitAsync(api, "second");
        await SubmitAsync(api, "third");

        // Which of its own runs an agent's words belong to, only the database knows.
        factory.Asked.Take().Where(text => !text.Contains("AgentRuns", StringComparison.Ordinal)).ShouldBeEmpty();

        async Task SubmitAsync(Api sender, string key) =>
            (await sender.PostAsync(Submit, new { channel_id = channel, author_id = id, content = "Hello", messageId = $"{caller}-{key}" })).ShouldBe(201).WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task Submit_OfAReply_AsksForItsPlaceAlone()
    {
        var channel = await _api.CreateChannelAsync("known-replies");
        var parent = await _api.SubmitAsync(channel, "What?", "ada");
        factory.Asked.Take();

        (await _api.PostAsync(Submit, new { channel_id = channel, author_id = "ada", content = "That", in_reply_to_message_id = parent, messageId = "reply" })).ShouldBe(201);

        factory.Asked.Take().ShouldHaveSingleItem().ShouldContain("Messages");
    }

    [Fact]
    public async Task Submit_OfABatch_AsksNothing()
    {
        var channel = await _api.CreateChannelAsync("known-batch");
        await _api.SubmitAsync(channel, "Hello", "ada");
        factory.Asked.Take();

        var messages = Enumerable.Range(0, 100).Select(i => new { channel_id = channel, author_id = "ada", content = "Hello", messageId = $"batch-{i}" });
        (await _api.PostAsync("/api/messaging/messages/batch", new { messages }, "batch")).ShouldBe(200).Data.GetProperty("succeeded").GetInt32().ShouldBe(100);

        factory.Asked.Take().ShouldBeEmpty();
    }

    [Fact]
    public async Task Submit_UnderAKeyThatIsTaken_LooksItUpOnceAndReplays()
    {
        var channel = await _api.CreateChannelAsync("known-taken");
        var body = new { channel_id = channel, author_id = "ada", content = "Hello", messageId = "taken" };
        var first = (await _api.PostAsync(Submit, body)).ShouldBe(201);
        factory.Asked.Take();

        var second = (await _api.PostAsync(Submit, body)).ShouldBe(201);

        (second.Text, second.WasReplayed).ShouldBe((first.Text, true));
        factory.Asked.Take().Count(text => text.Contains("StoredAnswers", StringComparison.Ordinal)).ShouldBe(1);
        (await _api.HistoryAsync(channel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Submit_ByAHundredAtOnceIntoAChannelThatNobodyKnows_AsksForItOnce()
    {
        var channel = await _api.CreateChannelAsync("unknown-yet");
        factory.Asked.Take();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => _api.SubmitAsync(channel, $"{i}", "ada")));

        factory.Asked.Take().Where(text => text.Contains("FROM \"Channels\"", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Submit_RepeatedAfterItsChannelIsGoneOrClosed_IsReplayed()
    {
        var ada = await factory.UserAsync("ada");
        var (gone, closed) = (await _api.CreateChannelAsync("known-gone"), await _api.CreateChannelAsync("known-closed"));
        object BodyOf(Guid channel) => new { channel_id = channel, content = "Hello", messageId = $"in-{channel}" };
        foreach (var channel in new[] { gone, closed }) (await ada.PostAsync(Submit, BodyOf(channel))).ShouldBe(201);

        (await _api.PatchAsync($"/api/messaging/channels/{closed}", new { metadata = new { isPrivate = true } })).ShouldBe(200);
        (await ada.PostAsync(Submit, BodyOf(closed))).ShouldBe(201).WasReplayed.ShouldBeTrue();
        (await ada.PostAsync(Submit, new { channel_id = closed, content = "New", messageId = "new" })).ShouldBeError(403, "PERMISSION_DENIED");

        (await _api.DeleteAsync($"/api/messaging/channels/{gone}")).ShouldBe(200);
        (await ada.PostAsync(Submit, BodyOf(gone))).ShouldBeError(409, "CONFLICT").Details.ShouldContain("deleted since");
        (await ada.PostAsync(Submit, new { channel_id = gone, content = "New", messageId = "newer" })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }
}
