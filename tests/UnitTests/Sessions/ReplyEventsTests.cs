using System.Runtime.CompilerServices;
using System.Text.Json;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Responses;
using Eliza.WebApi.Sessions;

namespace Eliza.UnitTests.Sessions;

public sealed class ReplyEventsTests
{
    private static readonly string Question = Ids.Message.Value.ToString();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_AReplyThatIsWritten_TellsTheMessageTheChunksAndTheWhole() => (await TellAsync(
        new ReplyChunk(0, "Please\n"), new ReplyChunk(1, "go \"on\" ö"), Done("""{"thought": "She is sad", "actions": ["REPLY"], "mood": 3}"""))).ShouldBe(
        [
            """user_message {"id":"m1","content":"Hello"}""",
            $$"""chunk {"messageId":"{{Question}}","chunk":"Please\n","index":0}""",
            $$"""chunk {"messageId":"{{Question}}","chunk":"go \"on\" ö","index":1}""",
            $$"""done {"id":"{{Ids.OtherMessage.Value}}","messageId":"{{Question}}","text":"Please\ngo on","thought":"She is sad","actions":["REPLY"],"createdAt":"{{Moment}}"}""",
        ]);

    [Fact]
    public async Task Of_AReplyWithoutThoughts_TellsThatThereAreNone() => (await TellAsync(Done("{}")))[1].ShouldBe(
        $$"""done {"id":"{{Ids.OtherMessage.Value}}","messageId":"{{Question}}","text":"Please\ngo on","thought":null,"actions":[],"createdAt":"{{Moment}}"}""");

    [Fact]
    public async Task Of_AReplyThatIsMissing_TellsWhy() => (await TellAsync(new ReplyChunk(0, "Let me"), ReplyMissing.NoAnswer))[2].ShouldBe(
        """error {"code":"AGENT_FAILED","error":"The agent gave no answer"}""");

    [Fact]
    public async Task Of_WhenTheClientIsGone_PassesItOn()
    {
        using var gone = new CancellationTokenSource();
        await using var events = ReplyEvents.Of(new { id = "m1" }, Ids.Message.Value, ForeverAsync(Token), Token).GetAsyncEnumerator(gone.Token);
        await events.MoveNextAsync();
        var next = events.MoveNextAsync().AsTask();

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(next.WaitAsync(TimeSpan.FromSeconds(60), Token));
    }

    private static string Moment => JsonSerializer.SerializeToElement(Times.Now, Json.Options).GetString()!;

    private static ReplyDone Done(string metadata) => new(new AgentReply(Ids.OtherMessage, "Please\ngo on", new RawJson(metadata), Times.Now));

    private static async Task<List<string>> TellAsync(params ReplyEvent[] reply)
    {
        var events = await ReplyEvents.Of(new { Id = "m1", Content = "Hello" }, Ids.Message.Value, reply.ToAsyncEnumerable()).ToListAsync(Token);
        return [.. events.Select(told => $"{told.EventType} {JsonSerializer.Serialize(told.Data, Json.Options)}")];
    }

    private static async IAsyncEnumerable<ReplyEvent> ForeverAsync([EnumeratorCancellation] CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        yield break;
    }
}
