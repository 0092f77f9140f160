using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Feeds;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Bus;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Bus;

/// <summary>A whole server, and beside it a node that does by turns what servers do.</summary>
[Collection(SeveralNodes.Name)]
[Trait("Database", "Once")]
public sealed class NodeTests : IAsyncLifetime
{
    private readonly RabbitBroker _broker;
    private NodeFactory _server = null!;
    private BusNode _other = null!;

    public NodeTests(RabbitBroker broker)
    {
        broker.SkipIfAbsent();
        _broker = broker;
    }

    public async ValueTask InitializeAsync()
    {
        var exchange = $"test.{Guid.CreateVersion7():N}";
        _server = await NodeFactory.StartAsync(_broker.Uri, exchange);
        _other = await BusNode.StartAsync(_broker.Uri, exchange);
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Listener_OnOneNode_IsToldWhatIsOnlyToldInPassingOnTheOther()
    {
        var channel = await _server.Api.CreateChannelAsync("passing");
        using var listener = await EventListener.OpenAsync(_server.Api, channel);
        var question = new Question(new MessageId(Guid.CreateVersion7()), new ChannelId(channel), Ids.Eliza);
        var renewed = new SessionRenewedPayload(Guid.CreateVersion7(), channel, Times.Now, 1, 60_000);

        _other.Bell.BeginWork(question);
        (await listener.NextAsync("controlMessage")).Text("action").ShouldBe("disable_input");
        _other.Drafts.Append(question, Ids.Answer, 1, "How do ");
        var chunk = await listener.NextAsync("messageStreamChunk");
        _other.Drafts.Append(question, Ids.Answer, 1, "you do?");
        var next = await listener.NextAsync("messageStreamChunk");
        _other.Bell.EndWork(question, new AgentRunId(Ids.Answer.Value), hasFailed: true);
        var failed = await listener.NextAsync("messageStreamError");
        (await listener.TakeAsync(2)).Select(told => told.Type).ShouldBe(["messageComplete", "controlMessage"]);
        _other.Bell.Tell(new ChannelId(channel), new FeedEvent(FeedEvents.SessionRenewed, renewed));
        var session = await listener.NextAsync("sessionRenewed");

        (chunk.Text("chunk"), next.Text("chunk"), failed.Text("partialText")).ShouldBe(("How do ", "you do?", "How do you do?"));
        (session.Guid("channelId"), session.Guid("roomId"), session.Guid("sessionId")).ShouldBe((channel, channel, renewed.SessionId));
        session.Data.GetProperty("timeRemaining").GetInt64().ShouldBe(60_000);
    }

    [Fact]
    public async Task Listener_OnOneNode_IsToldWhatTheOtherStored()
    {
        var channel = await _server.Api.CreateChannelAsync("stored");
        using var listener = await EventListener.OpenAsync(_server.Api, channel);
        await _server.ChangeElsewhereAsync($"""DELETE FROM "Channels" WHERE "Id" = {channel}""");

        _other.Bell.Wake(new ChannelId(channel));

        await listener.NextAsync("channelDeleted");
        (await listener.RestAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Key_ThatEndsOnOneNode_LetsItsListenersOnTheOtherGoAtOnce()
    {
        var key = await _server.Api.CreateKeyAsync(new { name = "short-lived", kind = "service", scopes = new[] { "messages:read" } });
        var channel = await _server.Api.CreateChannelAsync("keys");
        using var listener = await EventListener.OpenAsync(_server.WithCredential(key), channel);
        await _server.ChangeElsewhereAsync($"""DELETE FROM "ApiKeys" WHERE "Name" = 'short-lived' """);
        (await _server.WithCredential(key).GetAsync($"/api/messaging/channels/{channel}/messages")).Status.ShouldBe(200, "the key is still in memory");

        _other.Get<INodeBus>().Publish(new NodeHint.KeysOutdated());
        _other.Hints.Give(CredentialTopic.Changed);

        (await listener.RestAsync()).ShouldHaveSingleItem().Type.ShouldBe("error");
        (await _server.WithCredential(key).GetAsync($"/api/messaging/channels/{channel}/messages")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Answer_OfOneNode_IsTheNewsOfTheOther()
    {
        var channel = await _server.Api.CreateChannelAsync("news", withEliza: true);
        var conversation = new Conversation(ActorId.From(Api.Eliza), new ChannelId(channel));
        using var replied = _other.Hints.Listen(ReplyTopic.Of(conversation));
        var written = new TaskCompletionSource<Question>(TaskCreationOptions.RunContinuationsAsynchronously);
        _other.Drafts.Written += question => written.TrySetResult(question);

        var message = await _server.Api.SubmitAsync(channel, "I am unhappy", "ada");

        (await written.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).ShouldBe(new Question(new MessageId(message), new ChannelId(channel), ActorId.From(Api.Eliza)));
        await BusNode.HeardAsync(replied);
    }

    [Fact]
    public async Task Server_WhoseBrokerIsKilled_AnswersAllTheSameAndIsBackWithIt()
    {
        var channel = await _server.Api.CreateChannelAsync("alone", withEliza: true);
        using var listener = await EventListener.OpenAsync(_server.Api, channel);

        await _broker.KillAsync();
        await BusNode.UntilAsync(() => !_server.Bus.IsConnected);
        await _server.Api.SubmitAsync(channel, "I am unhappy", "ada");
        await listener.UntilAsync("messageComplete");
        await _broker.StartAsync();

        // The server tries again by its own clock, which is moved on slowly enough for the broker to answer.
        using var step = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!_server.Bus.IsConnected && await step.WaitForNextTickAsync(patience.Token)) _server.Time.Advance(TimeSpan.FromSeconds(1));
    }
}
