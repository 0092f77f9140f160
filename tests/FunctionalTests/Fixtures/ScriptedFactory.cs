using Eliza.Application.Agents;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>A server whose platforms are answered by a <see cref="ScriptedAgent"/>, on a clock that the test moves.</summary>
public sealed class ScriptedFactory : ApiFactory, IAsyncLifetime
{
    internal ManualTimeProvider Time { get; } = new();

    internal ScriptedAgent Agent { get; } = new();

    public async ValueTask InitializeAsync() => await QueryAsync(db => db.AddAgentAsync(ScriptedAgent.Id, "Scripted", "scripted"));

    /// <summary>What the task gives, with the clock moved on, a second at a time, until it is there.</summary>
    internal async Task<T> InTimeAsync<T>(Task<T> task)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!task.IsCompleted && await again.WaitForNextTickAsync(patience.Token)) Time.Advance(TimeSpan.FromSeconds(1));
        return await task;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Platforms:AgentId", ScriptedAgent.Id);
        builder.UseSetting("Platforms:Telegram:AgentId", Fixtures.Api.Eliza);
        builder.UseSetting("Platforms:Twitter:AgentId", "nobody-there");
        builder.UseSetting("Platforms:ReplyTimeoutSeconds", "5");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.AddSingleton<IAgentRuntime>(Agent);
        });
    }
}
