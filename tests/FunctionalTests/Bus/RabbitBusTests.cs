using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Bus;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Bus;

/// <summary>What nodes tell each other by a real broker.</summary>
[Collection(SeveralNodes.Name)]
[Trait("Database", "Once")]
public sealed class RabbitBusTests
{
    private static readonly Question Question = new(Ids.Message, Ids.Channel, Ids.Eliza);

    private readonly RabbitBroker _broker;
    private readonly string _exchange = $"test.{Guid.CreateVersion7():N}";

    public RabbitBusTests(RabbitBroker broker)
    {
        broker.SkipIfAbsent();
        _broker = broker;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hint_GivenOnOneNode_WakesWhoWaitsOnAllOthersAndOnItself()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        await using var three = await StartAsync();
        using var here = one.Hints.Listen("reply");
        using var there = two.Hints.Listen("reply");
        using var elsewhere = three.Hints.Listen("reply");

        one.Hints.Give("reply");

        foreach (var hint in new[] { here, there, elsewhere }) await BusNode.HeardAsync(hint);
    }

    [Fact]
    public async Task Hint_OfAnotherInstallation_IsNotHeard()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        await using var stranger = await BusNode.StartAsync(_broker.Uri, _exchange + ".other");
        using var mine = stranger.Hints.Listen("reply", "last");
        using var there = two.Hints.Listen("reply");

        one.Hints.Give("reply");
        await BusNode.HeardAsync(there);
        var waiting = mine.WaitAsync(TimeSpan.FromMinutes(1), Token);

        waiting.IsCompleted.ShouldBeFalse();
        stranger.Hints.Give("last");
        await waiting;
    }

    [Fact]
    public async Task Draft_OfManyPieces_IsOnTheOtherNodeAsItIsHere()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var pieces = Enumerable.Range(0, 800).Select(number => $"{number % 100} ä").ToList();

        foreach (var piece in pieces) one.Drafts.Append(Question, Ids.Answer, 1, piece);

        var whole = one.Drafts.Find(Question)!.Text;
        await BusNode.UntilAsync(() => two.Drafts.Find(Question)?.Text.Length == whole.Length);
        two.Drafts.Find(Question).ShouldBe(one.Drafts.Find(Question));
        one.Drafts.End(Question, 1);
        await BusNode.UntilAsync(() => two.Drafts.Find(Question) is null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_WhenMuchIsLeftToTell_TellsItFirst(bool isTimeUp)
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        using var last = two.Hints.Listen("last");

        for (var number = 0; number < 5_000; number++) one.Hints.Give($"topic {number}");
        one.Hints.Give("last");
        await one.StopAsync(new CancellationToken(isTimeUp));

        one.IsConnected.ShouldBeFalse("else the process would end before it is told");
        await BusNode.HeardAsync(last);
    }

    [Fact]
    public async Task Broker_KilledAndStartedAgain_TellsAgainAndEachNodeMakesUpForWhatItMissed()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        using var credentials = two.Hints.Listen(CredentialTopic.Changed);

        await _broker.KillAsync();
        await BusNode.UntilAsync(() => !two.IsConnected && !one.IsConnected);
        for (var number = 0; number < 200_000; number++) one.Drafts.Append(Question, Ids.Answer, number, "a piece that nobody hears");
        await _broker.StartAsync();

        await BusNode.HeardAsync(credentials);
        await BusNode.UntilAsync(() => two.IsConnected && one.IsConnected);
        using var heard = two.Hints.Listen("after");
        one.Hints.Give("after");
        await BusNode.HeardAsync(heard);
    }

    [Fact]
    public async Task Broker_AwayAtTheStart_IsFoundWhenItIsThere()
    {
        await _broker.StopAsync();
        await using var one = await BusNode.LaunchAsync(_broker.Uri, _exchange);
        await using var two = await BusNode.LaunchAsync(_broker.Uri, _exchange);
        var complaint = await one.Log.WaitForAsync(line => line.Contains("No connection with the broker", StringComparison.Ordinal));
        one.Hints.Give("nobody hears it");

        await _broker.StartAsync();
        await BusNode.UntilAsync(() => two.IsConnected && one.IsConnected);

        using var heard = two.Hints.Listen("after");
        one.Hints.Give("after");
        await BusNode.HeardAsync(heard);
        complaint.ShouldStartWith("Warning");
        one.Log.Lines.Count(line => line.Contains("No connection", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Password_WhenTheBrokerRefusesIt_IsInNoLine()
    {
        const string Password = "a-password-that-is-wrong";
        await using var node = await BusNode.LaunchAsync(_broker.Uri.Replace("guest:guest", $"guest:{Password}", StringComparison.Ordinal), _exchange);

        var complaint = await node.Log.WaitForAsync(line => line.Contains("No connection with the broker", StringComparison.Ordinal));

        complaint.ShouldContain("AuthenticationFailure");
        node.Log.Lines.ShouldAllBe(line => !line.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Node_WhoseExchangeWasMadeAnew_NoticesAndHearsAgain()
    {
        var time = new ManualTimeProvider();
        await using var one = await BusNode.StartAsync(_broker.Uri, _exchange, time);
        var connection = await new RabbitMqOptions { Uri = _broker.Uri }.Factory().CreateConnectionAsync(Token);
        await using var _ = connection;
        var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        await channel.ExchangeDeleteAsync(_exchange, ifUnused: false, cancellationToken: Token);
        await channel.ExchangeDeclareAsync(_exchange, RabbitMQ.Client.ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: Token);
        await using var two = await StartAsync();
        one.IsConnected.ShouldBeTrue("nobody told it");

        await BusNode.UntilAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return one.Log.Lines.Count(line => line.Contains("Connected with the broker", StringComparison.Ordinal)) > 1;
        });

        one.Log.Lines.ShouldContain(line => line.Contains("does not bring it back", StringComparison.Ordinal));
        using var heard = one.Hints.Listen("reply");
        two.Hints.Give("reply");
        await BusNode.HeardAsync(heard);
    }

    [Fact]
    public async Task Message_OfNobodyKnown_IsPassedOver()
    {
        await using var node = await StartAsync();
        using var heard = node.Hints.Listen("behind it");
        var connection = await new RabbitMqOptions { Uri = _broker.Uri }.Factory().CreateConnectionAsync(Token);
        await using var _ = connection;
        var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        foreach (var body in new[] { "", "{}", "nonsense", "[1]", """[{"is":"unheard-of"},{"is":"topic","Topic":"behind it"}]""" })
            await RabbitMQ.Client.IChannelExtensions.BasicPublishAsync(channel, _exchange, "", System.Text.Encoding.UTF8.GetBytes(body), Token);

        await BusNode.HeardAsync(heard);

        node.Log.Lines.Count(line => line.Contains("could not be read", StringComparison.Ordinal)).ShouldBe(1);
        node.IsConnected.ShouldBeTrue();
    }

    private Task<BusNode> StartAsync() => BusNode.StartAsync(_broker.Uri, _exchange);
}
