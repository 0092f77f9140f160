using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using Eliza.WebApi.Realtime.Gateway.Logs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>Operators may watch the log.</summary>
public sealed partial class WatchedLogTests(WatchedLogTests.Factory factory) : IClassFixture<WatchedLogTests.Factory>
{
    private const int Information = 30;
    private const int Error = 50;

    private ILogger Logger => factory.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Test");

    [Fact]
    public async Task Subscribe_IsForOperatorsAlone()
    {
        foreach (var scopes in new[] { "messages:read", "agents:write" })
        {
            await using var service = await TestSocket.ConnectAsync(factory, await factory.Api.CreateKeyAsync(new { name = "curious", kind = "service", scopes = new[] { scopes } }));
            (await service.AskAsync("subscribe_logs")).ShouldBeRefused("PERMISSION_DENIED");
            (await service.AskAsync("update_log_filters", new { level = "error" })).ShouldBeRefused("CONFLICT");
        }
        await using var person = await TestSocket.OfUserAsync(factory, "eve");
        (await person.AskAsync("subscribe_logs")).ShouldBeRefused("PERMISSION_DENIED");
    }

    [Fact]
    public async Task Subscriber_HearsLinesWithoutSecretsUntilItHasEnough()
    {
        var secrets = new UsedSecrets();
        var token = secrets.Add(await factory.Api.IssueTokenAsync("talker"));
        secrets.Add(ApiFactory.Key);
        var channel = await factory.Api.CreateRoomAsync();
        await using var watcher = await TestSocket.ConnectAsync(factory);
        (await watcher.AskAsync("subscribe_logs")).ShouldBeDone().GetProperty("subscribed").GetBoolean().ShouldBeTrue();
        (await watcher.AskAsync("subscribe_logs")).ShouldBeDone();
        await using var talker = await TestSocket.ConnectAsync(factory, token);

        await talker.SayAsync(channel, secrets.Next("text"));
        (await factory.WithCredential(token).PostAsync("/api/messaging/submit", new { channel_id = channel, content = secrets.Next("content") })).Status.ShouldBeOneOf(201, 400);
        await factory.Api.GetAsync("/api/agents");

        var line = await watcher.HearAsync("logEntry", heard => heard.Text("msg").Contains("GET /api/agents: 200"));
        (line.Data.GetProperty("level").GetInt32(), line.Data.GetProperty("time").ValueKind).ShouldBe((Information, JsonValueKind.Number));
        var entry = await watcher.HearAsync("log_stream", heard => heard.Data.GetProperty("payload").GetProperty("msg").GetString() == line.Text("msg"));
        entry.Text("type").ShouldBe("log_entry");
        watcher.Heard.Count(heard => heard.Name == "logEntry" && heard.Text("msg") == line.Text("msg")).ShouldBe(1, "who subscribes twice hears once");
        secrets.ShouldNotBeIn([.. watcher.Heard.Where(heard => heard.Name is "logEntry" or "log_stream").Select(heard => heard.Data.GetRawText())]);

        (await watcher.AskAsync("unsubscribe_logs")).ShouldBeDone().GetProperty("subscribed").GetBoolean().ShouldBeFalse();
        var before = Lines(watcher);
        await factory.Api.GetAsync("/api/agents");
        await watcher.CatchUpAsync();
        Lines(watcher).ShouldBe(before);
    }

    [Fact]
    public async Task Filters_NarrowWhatIsHeard()
    {
        await using var watcher = await TestSocket.ConnectAsync(factory);
        await using var others = await TestSocket.ConnectAsync(factory);
        (await watcher.AskAsync("subscribe_logs")).ShouldBeDone();
        (await others.AskAsync("subscribe_logs")).ShouldBeDone();
        (await watcher.AskAsync("update_log_filters", new { level = "verbose" })).ShouldBeRefused("VALIDATION_ERROR");
        (await watcher.AskAsync("update_log_filters", new { level = 5 })).ShouldBeRefused("VALIDATION_ERROR").ShouldContain("'level' must be a string");
        (await watcher.AskAsync("update_log_filters", new { level = "error", agentName = "all" })).ShouldBeDone().GetProperty("filters").GetProperty("level").GetString().ShouldBe("error");
        (await watcher.HearAsync("log_filters_updated")).Data.GetProperty("success").GetBoolean().ShouldBeTrue();
        var before = Lines(watcher);

        await factory.Api.GetAsync("/api/agents?limit=1");
        Tell(Logger, LogLevel.Warning, "A warning");
        Tell(Logger, LogLevel.Error, "An error");
        await others.HearAsync("logEntry", heard => heard.Text("msg").Contains("GET /api/agents"));

        (await watcher.HearAsync("logEntry", heard => heard.Text("msg") == "An error")).Data.GetProperty("level").GetInt32().ShouldBe(Error);
        watcher.Heard.Where(heard => heard.Name == "logEntry").Skip(before).ShouldAllBe(heard => heard.Data.GetProperty("level").GetInt32() >= Error);
        await others.HearAsync("logEntry", heard => heard.Text("msg") == "A warning");

        (await watcher.AskAsync("update_log_filters", new { agentName = Api.Eliza })).ShouldBeDone();
        TellOfAgent(Logger, Api.Eliza);
        Tell(Logger, LogLevel.Error, "Of nobody");
        await others.HearAsync("logEntry", heard => heard.Text("msg") == "Of nobody");
        (await watcher.HearAsync("logEntry", heard => heard.Text("msg") == $"Of agent {Api.Eliza}")).Text("agentId").ShouldBe(Api.Eliza);
        watcher.Heard.ShouldNotContain(heard => heard.Name == "logEntry" && heard.Text("msg") == "Of nobody");
    }

    private static int Lines(TestSocket socket) => socket.Heard.Count(heard => heard.Name == "logEntry");

    [LoggerMessage(Message = "{Text}")]
    private static partial void Tell(ILogger logger, LogLevel level, string text);

    [LoggerMessage(LogLevel.Information, "Of agent {Agent}")]
    private static partial void TellOfAgent(ILogger logger, string agent);

    /// <summary>A server that logs what operators see by default. Tests take all providers away: this one comes back.</summary>
    public sealed class Factory : ApiFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Logging:LogLevel:Default", "Information");
            builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider, LogStreamProvider>());
        }
    }
}
