using System.Text;
using System.Text.Json;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Infrastructure.Bus;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Bus;

public sealed class NodeHintJsonTests
{
    [Fact]
    public void Samples_OfTheTests_AreOfAllHintsThatThereAre() => NodeHints.All.Select(hint => hint.GetType()).ShouldBe(
        typeof(NodeHint).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(NodeHint)) && !type.IsAbstract), ignoreOrder: true);

    [Fact]
    public void Hints_OfEverySort_AreReadAsTheyWereWritten()
    {
        var written = NodeHintJson.Write(NodeHints.All);

        var read = NodeHintJson.Read(written, out var unreadable);

        unreadable.ShouldBe(0);
        read.Select(hint => hint.GetType()).ShouldBe(NodeHints.All.Select(hint => hint.GetType()));
        NodeHintJson.Write(read).ShouldBe(written);
        read.Where(hint => hint is not NodeHint.Mentioned).ShouldBe(NodeHints.All.Where(hint => hint is not NodeHint.Mentioned));
        read.OfType<NodeHint.Mentioned>().Single().Actors.ShouldBe([Ids.Ada, Ids.Bob]);
    }

    [Fact]
    public void Hint_OfEachSort_TakesNoMoreThanItSays()
    {
        foreach (var hint in NodeHints.All) NodeHintJson.Write([hint]).Length.ShouldBeLessThanOrEqualTo(hint.Size + 2, $"{hint}");
    }

    [Fact]
    public void Events_ThatAreToldInPassing_AreReadAsTheirOwnSort()
    {
        ChannelPayload[] payloads =
        [
            new SessionRenewedPayload(Ids.Lease, Ids.Channel.Value, Times.Now, 3, 4_000),
            new SessionExpirationWarningPayload(Ids.Lease, Ids.Channel.Value, 5, Times.Now),
            new SessionExpiredPayload(Ids.Lease, Ids.Channel.Value, "deleted"),
        ];

        var read = NodeHintJson.Read(NodeHintJson.Write([.. payloads.Select(payload => new NodeHint.Told(Ids.Channel, FeedEvents.SessionRenewed, payload, null))]), out _);

        read.Cast<NodeHint.Told>().Select(told => told.Payload).ShouldBe(payloads);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("[")]
    [InlineData("[null]")]
    [InlineData("[7]")]
    [InlineData("[{}]")]
    [InlineData("""[{"is":"unheard-of"}]""")]
    [InlineData("""[{"is":7}]""")]
    [InlineData("""[{"is":"history"}]""")]
    [InlineData("""[{"is":"history","Channel":null}]""")]
    [InlineData("""[{"is":"history","Channel":"x"}]""")]
    [InlineData("""[{"is":"history","Channel":{}}]""")]
    [InlineData("""[{"is":"topic","Topic":null}]""")]
    [InlineData("""[{"is":"rights","Actor":"no id"}]""")]
    [InlineData("""[{"is":"rights","Actor":[]}]""")]
    [InlineData("""[{"is":"began","Question":null}]""")]
    [InlineData("""[{"is":"began","Question":{"MessageId":"aa000000-0000-7000-8000-000000000001"}}]""")]
    [InlineData("""[{"is":"told","Channel":"c0000000-0000-7000-8000-000000000001","Name":"x","Payload":{"is":"Other"},"Ended":null}]""")]
    public void Text_ThatIsNoHint_CountsAsUnreadable(string body)
    {
        NodeHintJson.Read(Encoding.UTF8.GetBytes(body), out var unreadable).ShouldBeEmpty();

        unreadable.ShouldBe(1);
    }

    [Fact]
    public void Hints_BesideOneThatCannotBeRead_AreReadAllTheSame()
    {
        var read = NodeHintJson.Read("""[{"is":"keys"},{"is":"new"},{"is":"agents","More":1}]"""u8.ToArray(), out var unreadable);

        read.ShouldBe([new NodeHint.KeysOutdated(), new NodeHint.AgentsOutdated()]);
        unreadable.ShouldBe(1);
    }

    [Fact]
    public void Actors_WithinAList_AreNeverNull() =>
        NodeHintJson.Read(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new object[] { new { @is = "mention", Message = Ids.Message.ToString(), Actors = new string?[] { null } } })), out _)
            .OfType<NodeHint.Mentioned>().SelectMany(mentioned => mentioned.Actors).ShouldAllBe(actor => actor != null);
}
