using Eliza.Application.Feeds;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Feeds;

public sealed class FeedPageTests
{
    [Fact]
    public void UpToTheLoss_OfSomebodyWhoLeft_EndsWithThat() =>
        UpToTheLossOf(Ids.Bob, Entry(1), Entry(2, left: Ids.Ada), Entry(3, left: Ids.Bob), Entry(4)).ShouldBe([1, 2, 3]);

    [Fact]
    public void UpToTheLoss_WhenTheChannelBecamePrivate_EndsWithThat() => UpToTheLossOf(Ids.Bob, Entry(1), Entry(2) with { IsPrivate = true }, Entry(3)).ShouldBe([1, 2]);

    [Fact]
    public void UpToTheLoss_WhenItLiesElsewhere_IsNothing()
    {
        UpToTheLossOf(Ids.Bob, Entry(1), Entry(2, left: Ids.Ada)).ShouldBeEmpty();
        UpToTheLossOf(null, Entry(1), Entry(2)).ShouldBeEmpty();
    }

    private static IEnumerable<long> UpToTheLossOf(ActorId? actor, params FeedEntry[] entries) =>
        new FeedPage(entries, entries[^1].Stamp, HasMore: false).UpToTheLossOf(actor).Select(entry => entry.Stamp);

    private static FeedEntry Entry(long stamp, ActorId? left = null) => new(stamp, new FeedEvent("entry", stamp, stamp)) { Left = left };
}
