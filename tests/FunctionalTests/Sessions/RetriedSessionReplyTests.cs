using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Http;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>What who follows a reply hears of a language model that fails.</summary>
public sealed class RetriedSessionReplyTests(PatientFactory factory) : IClassFixture<PatientFactory>
{
    private static readonly object Hello = new { content = "Hello", transport = "sse" };

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Stream_OfAModelThatBreaksOff_BeginsAnewWithTheNextAttempt()
    {
        var session = await OpenAsync();
        var calls = 0;
        factory.Model.Answer = async context =>
        {
            if (Interlocked.Increment(ref calls) > 1)
            {
                await TestModel.Saying("Good ", "morning.")(context);
                return;
            }
            await TestModel.BeginAsync(context);
            await TestModel.SayAsync(context, "Bad ");
            await TestModel.SayAsync(context, "night");
            context.Abort();
        };
        using var stream = await _api.FollowAsync(session, Hello);
        await stream.NextAsync("user_message");

        var told = await InTimeAsync(stream.RestAsync());

        told[^1].Type.ShouldBe("done");
        told[^1].Data.Text("text").ShouldBe("Good morning.");
        var chunks = told.Take(told.Count - 1).Select(item => item.Data).ToList();
        var begun = chunks.FindLastIndex(chunk => chunk.GetProperty("index").GetInt32() == 0);
        chunks.Skip(begun).Select((chunk, place) => chunk.GetProperty("index").GetInt32() - place).ShouldAllBe(from => from == 0);
        string.Concat(chunks.Skip(begun).Select(chunk => chunk.Text("chunk"))).ShouldBe("Good morning.");
        (await _api.SaidAsync(session)).Select(message => message.Content()).ShouldBe(["Hello", "Good morning."]);
    }

    [Fact]
    public async Task Stream_OfAModelThatFailsInEveryAttempt_EndsWithAnErrorThatTellsNothingOfIt()
    {
        var session = await OpenAsync();
        factory.Model.Answer = context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync("""{"error":{"message":"out of secret memory"}}""");
        };
        using var stream = await _api.FollowAsync(session, Hello);
        await stream.NextAsync("user_message");

        var told = await InTimeAsync(stream.RestAsync());

        var (type, error) = told.ShouldHaveSingleItem();
        (type, error.Text("code")).ShouldBe(("error", "AGENT_FAILED"));
        error.GetRawText().ShouldNotContain("secret");
        (await _api.SaidAsync(session)).Count.ShouldBe(1);
    }

    private async Task<Guid> OpenAsync()
    {
        var agent = $"{Guid.CreateVersion7()}";
        await factory.ChannelWithAsync(agent, "llm", new { });
        return (await _api.OpenWithAsync(agent)).Id();
    }

    /// <summary>What the task gives, with the clock moved on until it is there.</summary>
    private async Task<T> InTimeAsync<T>(Task<T> task)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!task.IsCompleted && await again.WaitForNextTickAsync(patience.Token)) factory.Time.Advance(TimeSpan.FromMilliseconds(500));
        return await task;
    }
}
