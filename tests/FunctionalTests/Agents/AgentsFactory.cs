using System.Text.Json;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Agents;

/// <summary>A server with a language model and a webhook on this machine, and a clock that the test moves.</summary>
public class AgentsFactory : ApiFactory
{
    public const string LlmKey = "sk-the-operators-own-key";
    public const string WebhookSecret = "whsec_of-the-functional-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    internal ManualTimeProvider Time { get; } = new();

    /// <summary>It must listen before the server reads where it is.</summary>
    internal StandIn Model { get; } = StandIn.StartAsync().GetAwaiter().GetResult();

    internal StandIn Hook { get; } = StandIn.StartAsync().GetAwaiter().GetResult();

    /// <summary>Makes an agent and a channel in which it is.</summary>
    public async Task<Guid> ChannelWithAsync(string agent, string kind, object settings)
    {
        var json = JsonSerializer.Serialize(settings);
        await QueryAsync(db => db.AddAgentAsync(agent, "Parry", kind, settings: json, webhookSecret: WebhookSecret));
        var channel = await Api.CreateChannelAsync($"with-{agent}");
        (await Api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = agent })).ShouldBe(200);
        return channel;
    }

    /// <summary>The channel's first run, once it is as told.</summary>
    public async Task<AgentRun> RunAsync(Guid channel, Func<AgentRun, bool> reached)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await again.WaitForNextTickAsync(patience.Token))
        {
            var run = await QueryAsync(db => db.AgentRuns.AsNoTracking()
                .Where(run => run.ChannelId == new ChannelId(channel)).OrderBy(run => run.Sequence).FirstAsync());
            if (reached(run)) return run;
        }
        throw new TimeoutException();
    }

    /// <summary>Returns when agents have posted that many messages to the channel, with the clock moved on until the dispatcher has looked again.</summary>
    public async Task AnswersInTimeAsync(Guid channel, int count)
    {
        var answers = Posted.WaitForAnswersAsync(channel, count);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!answers.IsCompleted && await again.WaitForNextTickAsync()) Time.Advance(TimeSpan.FromSeconds(1));
        await answers;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Llm:Endpoint", $"{Model.Address}v1");
        builder.UseSetting("Llm:ApiKey", LlmKey);
        builder.UseSetting("Llm:Model", "small-model");
        builder.UseSetting("Agents:AllowPrivateAddresses", "true");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        Model.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Hook.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
