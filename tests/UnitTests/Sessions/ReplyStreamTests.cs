using System.Net.ServerSentEvents;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Hosting;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.Sessions;

/// <summary>A followed reply on its way through a real server.</summary>
public sealed class ReplyStreamTests
{
    private static readonly Question Asked = new(Ids.Message, Ids.Channel, Ids.Eliza);

    private readonly FakeReplyFinder _replies = new() { State = new ReplyState(AgentRunStatus.Running, null) };
    private readonly Hints _hints = new(TimeProvider.System);
    private readonly ReplyDrafts _drafts;

    public ReplyStreamTests() => _drafts = new ReplyDrafts(_hints);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_OfAReplyThatIsWritten_GoesOnToTheEnd()
    {
        await using var server = await StartAsync();
        await using var told = await FollowAsync(server);
        (await NextAsync(told)).ShouldStartWith("user_message ");
        _drafts.Append(Asked, Ids.Answer, 1, "Please");
        (await NextAsync(told)).ShouldContain("\"chunk\":\"Please\"");

        _drafts.End(Asked, 1);
        _replies.State = new ReplyState(AgentRunStatus.Completed, new AgentReply(Ids.OtherMessage, "Please go on", new RawJson("{}"), Times.Now));
        _hints.Give(ReplyTopic.Of(Asked.Conversation));

        (await NextAsync(told)).ShouldContain("\"chunk\":\" go on\"");
        (await NextAsync(told)).ShouldContain("\"text\":\"Please go on\"");
        (await told.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Stream_WhenTheServerStops_EndsWithAnErrorBeforeTheServerDoes()
    {
        await using var server = await StartAsync();
        await using var told = await FollowAsync(server);
        await NextAsync(told);

        var stopping = server.StopAsync();

        (await NextAsync(told)).ShouldStartWith("""error {"code":"SERVICE_UNAVAILABLE",""");
        (await told.MoveNextAsync()).ShouldBeFalse();
        await stopping;
        (await server.LineAsync()).ShouldContain(": 200 ok by nobody");
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<SseItem<string>> told)
    {
        (await told.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), Token)).ShouldBeTrue();
        return $"{told.Current.EventType} {told.Current.Data}";
    }

    private static async Task<IAsyncEnumerator<SseItem<string>>> FollowAsync(EventServer server)
    {
        var answer = await server.AskAsync();
        return SseParser.Create(await answer.Content.ReadAsStreamAsync(Token)).EnumerateAsync(Token).GetAsyncEnumerator(Token);
    }

    private Task<EventServer> StartAsync() => EventServer.StartAsync(
        _ => ReplyEvents.Of(
            new { id = "m1" },
            Asked.MessageId.Value,
            new ReplyFollower(_replies, _drafts, _hints, TimeProvider.System).FollowAsync(Asked, TimeSpan.FromMinutes(1), CancellationToken.None)),
        services => services.AddHostedService(_ => _hints));
}
