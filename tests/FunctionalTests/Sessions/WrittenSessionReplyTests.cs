using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>A language model's reply is told while it is written.</summary>
public sealed class WrittenSessionReplyTests(PatientFactory factory) : IClassFixture<PatientFactory>
{
    private static readonly object Hello = new { content = "Hello", transport = "sse" };

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Stream_OfAModel_TellsEachPieceAndThenTheWhole()
    {
        var session = await OpenAsync();
        var (more, last) = (new TaskCompletionSource(), new TaskCompletionSource());
        factory.Model.Answer = async context =>
        {
            await TestModel.BeginAsync(context);
            await TestModel.SayAsync(context, "Good ");
            await TestModel.SayAsync(context, "mor");
            await more.Task;
            await TestModel.SayAsync(context, "ning, ");
            await last.Task;
            await TestModel.SayAsync(context, "Ada.");
            await TestModel.EndAsync(context);
        };
        using var stream = await _api.FollowAsync(session, Hello);
        var sent = await stream.NextAsync("user_message");
        var told = new ToldText(stream, sent.MessageId());

        await told.ReadUntilAsync("Good mor");
        (await _api.SaidAsync(session)).Count.ShouldBe(1);
        more.SetResult();
        await told.ReadUntilAsync("Good morning,");
        last.SetResult();
        await told.ReadUntilAsync("Good morning, Ada.");

        told.Chunks.ShouldBeGreaterThanOrEqualTo(3);
        var done = await stream.NextAsync("done");
        done.Text("text").ShouldBe("Good morning, Ada.");
        (await stream.RestAsync()).ShouldBeEmpty();
        (await _api.SaidAsync(session))[1].MessageId().ShouldBe(done.MessageId());
    }

    [Fact]
    public async Task Stream_FollowedLate_BeginsWithAllThatWasWritten()
    {
        var session = await OpenAsync();
        var end = new TaskCompletionSource();
        factory.Model.Answer = async context =>
        {
            await TestModel.BeginAsync(context);
            await TestModel.SayAsync(context, "Once upon ");
            await TestModel.SayAsync(context, "a time");
            await end.Task;
            await TestModel.SayAsync(context, " it ended.");
            await TestModel.EndAsync(context);
        };
        using var early = await _api.FollowAsync(session, Hello, "followed-late");
        var question = (await early.NextAsync("user_message")).MessageId();
        var first = new ToldText(early, question);
        await first.ReadUntilAsync("Once upon a time");

        using var late = await _api.FollowAsync(session, Hello, "followed-late");
        (await late.NextAsync("user_message")).MessageId().ShouldBe(question);
        var chunk = await late.NextAsync("chunk");
        (chunk.Text("chunk"), chunk.GetProperty("index").GetInt32()).ShouldBe(("Once upon a time", 0));
        end.SetResult();

        (await late.RestAsync())[^1].Data.Text("text").ShouldBe("Once upon a time it ended.");
        (await early.RestAsync())[^1].Data.Text("text").ShouldBe("Once upon a time it ended.");
    }

    private async Task<Guid> OpenAsync()
    {
        var agent = $"{Guid.CreateVersion7()}";
        await factory.ChannelWithAsync(agent, "llm", new { });
        return (await _api.OpenWithAsync(agent)).Id();
    }
}
