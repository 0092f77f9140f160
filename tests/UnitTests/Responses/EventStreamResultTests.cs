using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.UnitTests.Responses;

/// <summary>Over a real socket.</summary>
public sealed class EventStreamResultTests
{
    private static readonly SseItem<object> One = new(new { Text = "a\r\nb", At = Times.Now }, "one");
    private static readonly SseItem<object> Two = new(new Later("two"), "two");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_OfEvents_SendsEachAtOnceAsALineOfJson()
    {
        var events = Channel.CreateUnbounded<SseItem<object>>();
        await using var server = await EventServer.StartAsync(events.Reader.ReadAllAsync(Token));
        await events.Writer.WriteAsync(One, Token);
        using var answer = await server.AskAsync();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));

        (await ReadAsync(reader)).ShouldBe(["event: one", $$"""data: {"text":"a\r\nb","at":"{{Times.Now:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}"}"""]);
        await events.Writer.WriteAsync(Two, Token);
        (await ReadAsync(reader)).ShouldBe(["event: two", """data: {"name":"two"}"""]);
        events.Writer.Complete();
        (await reader.ReadToEndAsync(Token)).ShouldBeEmpty();

        ((int)answer.StatusCode).ShouldBe(200);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        answer.Headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
        (await server.LineAsync()).ShouldContain(": 200 ok by nobody");
    }

    [Fact]
    public async Task Execute_WhenTheClientGoes_EndsTheEventsAndIsNoError()
    {
        var source = new EndlessSource();
        await using var server = await EventServer.StartAsync(source.EventsAsync(Token));
        var answer = await server.AskAsync();

        answer.Dispose();

        (await server.LineAsync()).ShouldContain(": 200 Request.ClientGone by nobody");
        source.HasEnded.ShouldBeTrue();
        server.Log.Entries.ShouldNotContain(entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Execute_WhenTheEventsBreakOff_TellsItWithoutItsInsideAndLogsIt()
    {
        await using var server = await EventServer.StartAsync(BrokenAsync(One));
        using var answer = await server.AskAsync();

        var told = await SseParser.Create(await answer.Content.ReadAsStreamAsync(Token)).EnumerateAsync(Token).ToListAsync(Token);

        told.Select(item => item.EventType).ShouldBe(["one", "error"]);
        told[^1].Data.ShouldBe("""{"code":"INTERNAL_ERROR","error":"Internal server error"}""");
        (await server.LineAsync()).ShouldContain(": 200 Request.Unexpected by nobody");
        server.Log.Entries.ShouldHaveSingleItem().Exception.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Execute_WhenTheEventsBreakBeforeTheFirst_LeavesItToTheErrorPage()
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();
        var context = new ActionContext { HttpContext = new DefaultHttpContext { RequestServices = services } };

        await Should.ThrowAsync<InvalidOperationException>(new EventStreamResult(BrokenAsync()).ExecuteResultAsync(context));
    }

    private static async IAsyncEnumerable<SseItem<object>> BrokenAsync(params IEnumerable<SseItem<object>> before)
    {
        foreach (var item in before) yield return item;
        await Task.Yield();
        throw new InvalidOperationException("inside");
    }

    /// <summary>The lines of one event.</summary>
    private static async Task<List<string>> ReadAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Token) is { Length: > 0 } line) lines.Add(line);
        return lines;
    }

    private sealed record Later(string Name);

    private sealed class EndlessSource
    {
        public bool HasEnded { get; private set; }

        public async IAsyncEnumerable<SseItem<object>> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                yield return One;
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                HasEnded = true;
            }
        }
    }
}
