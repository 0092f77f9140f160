using Eliza.Domain.Agents;
using Eliza.Infrastructure.Agents;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Agents;

/// <summary>The server stops while a model is still talking.</summary>
public sealed class StopWhileAnsweringTests(AgentsFactory factory) : IClassFixture<AgentsFactory>
{
    [Fact]
    public async Task Stop_WhileAModelAnswers_EndsTheCallAndGivesTheRunBackUntried()
    {
        var channel = await factory.ChannelWithAsync("parry", "llm", new { timeout = 3600 });
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        factory.Model.Answer = async context =>
        {
            context.RequestAborted.Register(ended.SetResult);
            await TestModel.BeginAsync(context);
            begun.SetResult();
            await ended.Task;
        };
        await factory.Api.SubmitAsync(channel, "Hello");
        await begun.Task;

        await factory.Services.GetRequiredService<RunDispatcher>().StopAsync(new CancellationToken(canceled: true));

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var run = await factory.RunAsync(channel, run => run.Status is AgentRunStatus.Pending);
        (run.Attempts, run.LastError).ShouldBe((0, null));
    }
}
