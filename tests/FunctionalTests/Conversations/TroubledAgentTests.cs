using System.Threading.Channels;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Conversations;

/// <summary>An agent whose runtime fails, hangs or says what may not be said, on a clock that the test moves.</summary>
public sealed class TroubledAgentTests(TroubledAgentTests.Factory factory) : IClassFixture<TroubledAgentTests.Factory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Run_WhenTheAgentFailsTwice_IsTriedAgainAfterPausesAndAnsweredOnce()
    {
        var channel = await CreateChannelAsync("twice");
        await _api.SubmitAsync(channel, "fail, please");
        (await factory.Agent.AskedAsync()).SetException(new InvalidOperationException("broken"));
        await FailedAsync(channel, attempts: 1, seconds: 1);
        (await AskedInTimeAsync()).SetException(new InvalidOperationException("broken"));
        await FailedAsync(channel, attempts: 2, seconds: 2);
        (await AskedInTimeAsync()).SetResult(new AgentAnswer("Here I am", null));
        await factory.Posted.WaitForAnswersAsync(channel, 1);

        var run = await RunOfAsync(channel);
        run.Status.ShouldBe(AgentRunStatus.Completed);
        run.Attempts.ShouldBe(3);
        run.LastError.ShouldBeNull();
        (await _api.HistoryAsync(channel))[1].GetProperty("text").GetString().ShouldBe("Here I am");
    }

    [Fact]
    public async Task Run_WhenEveryAttemptFails_EndsWithTheReasonAndLetsTheNextOneBegin()
    {
        var channel = await CreateChannelAsync("always");
        await _api.SubmitAsync(channel, "fail, please");
        await _api.SubmitAsync(channel, "answer, please");
        int[] pauses = [1, 2, 4, 8, 16];
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            (await AskedInTimeAsync()).SetException(new InvalidOperationException("a secret of the runtime"));
            if (attempt <= pauses.Length) await FailedAsync(channel, attempt, pauses[attempt - 1]);
        }
        (await AskedInTimeAsync()).SetResult(new AgentAnswer("Answered", null));
        await factory.Posted.WaitForAnswersAsync(channel, 1);

        var run = await RunOfAsync(channel);
        run.Status.ShouldBe(AgentRunStatus.Failed);
        run.Attempts.ShouldBe(6);
        run.LastError.ShouldBe("The agent's runtime failed (InvalidOperationException)");
    }

    [Fact]
    public async Task Run_WhenTheAgentDoesNotAnswerInTime_CountsAsAFailedAttempt()
    {
        var channel = await CreateChannelAsync("late");
        await _api.SubmitAsync(channel, "take your time");
        await factory.Agent.AskedAsync();
        factory.Time.Advance(TimeSpan.FromSeconds(30));
        await FailedAsync(channel, attempts: 1, seconds: 1);
        (await AskedInTimeAsync()).SetResult(new AgentAnswer(null, null));

        var run = await UntilAsync(channel, run => !run.IsOpen);
        run.Status.ShouldBe(AgentRunStatus.Ignored);
        run.LastError.ShouldBe("The agent did not answer within 30 seconds");
        (await _api.HistoryAsync(channel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_WhenTheAnswerMayNotBeSaid_FailsWithTheRule()
    {
        var channel = await CreateChannelAsync("markup");
        await _api.SubmitAsync(channel, "markup, please");
        (await factory.Agent.AskedAsync()).SetResult(new AgentAnswer("<script>alert(1)</script>", null));

        var run = await UntilAsync(channel, run => run.LastError is not null);
        run.LastError.ShouldNotBeNull().ShouldContain("must not contain markup");
        run.LastError.ShouldNotContain("alert");
        (await AskedInTimeAsync()).SetResult(new AgentAnswer("Said better", null));
        await factory.Posted.WaitForAnswersAsync(channel, 1);
    }

    [Fact]
    public async Task Run_WhenItsDispatcherSleptThroughTheLease_IsAnsweredByTheNextOneOnly()
    {
        var channel = await CreateChannelAsync("stolen");
        await _api.SubmitAsync(channel, "hello");
        var first = await factory.Agent.AskedAsync();
        await factory.QueryAsync(db => db.AgentRuns.Where(run => run.ChannelId == new Domain.Channels.ChannelId(channel))
            .ExecuteUpdateAsync(run => run.SetProperty(r => r.Lease, Guid.CreateVersion7()).SetProperty(r => r.DueAt, factory.Time.GetUtcNow())));
        var second = await AskedInTimeAsync();

        first.SetResult(new AgentAnswer("Too late", null));
        second.SetResult(new AgentAnswer("In time", null));
        await factory.Posted.WaitForAnswersAsync(channel, 1);
        await UntilAsync(channel, run => !run.IsOpen);

        (await _api.HistoryAsync(channel)).Select(message => message.GetProperty("text").GetString()).ShouldBe(["hello", "In time"]);
    }

    /// <summary>Waits until the attempt is on record as failed, to be tried again after its pause.</summary>
    private async Task FailedAsync(Guid channel, int attempts, int seconds)
    {
        var run = await UntilAsync(channel, run => run.Status is AgentRunStatus.Pending && run.Attempts == attempts);
        run.DueAt.ShouldBe(factory.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds));
    }

    /// <summary>The next question, with the clock moved on until the dispatcher, whatever it was about, has looked again.</summary>
    private async Task<TaskCompletionSource<AgentAnswer>> AskedInTimeAsync()
    {
        var asked = factory.Agent.AskedAsync();
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!asked.IsCompleted && await again.WaitForNextTickAsync()) factory.Time.Advance(TimeSpan.FromSeconds(1));
        return await asked;
    }

    private async Task<AgentRun> UntilAsync(Guid channel, Func<AgentRun, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await again.WaitForNextTickAsync(patience.Token))
        {
            if (await RunOfAsync(channel) is var run && reached(run)) return run;
        }
        throw new TimeoutException();
    }

    /// <summary>The channel's first run.</summary>
    private Task<AgentRun> RunOfAsync(Guid channel) => factory.QueryAsync(db => db.AgentRuns.AsNoTracking()
        .Where(run => run.ChannelId == new Domain.Channels.ChannelId(channel)).OrderBy(run => run.Sequence).FirstAsync());

    private async Task<Guid> CreateChannelAsync(string name)
    {
        var channel = await _api.CreateChannelAsync(name);
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = "troubled" })).ShouldBe(200);
        return channel;
    }

    /// <summary>Asks its test what to answer.</summary>
    internal sealed class TroubledRuntime : IAgentRuntime
    {
        private readonly Channel<TaskCompletionSource<AgentAnswer>> _asked = System.Threading.Channels.Channel.CreateUnbounded<TaskCompletionSource<AgentAnswer>>();

        public string Kind => "troubled";

        public Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken)
        {
            var answer = new TaskCompletionSource<AgentAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            _asked.Writer.TryWrite(answer);
            return answer.Task.WaitAsync(cancellationToken);
        }

        public async Task<TaskCompletionSource<AgentAnswer>> AskedAsync() =>
            await _asked.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }

    public sealed class Factory : ApiFactory, IAsyncLifetime
    {
        internal ManualTimeProvider Time { get; } = new();

        internal TroubledRuntime Agent { get; } = new();

        public async ValueTask InitializeAsync() => await QueryAsync(db => db.AddAgentAsync("troubled", "Troubled", "troubled"));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Time);
                services.AddSingleton<IAgentRuntime>(Agent);
            });
        }
    }
}
