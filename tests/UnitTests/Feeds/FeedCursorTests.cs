using Eliza.Application.Feeds;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Feeds;

public sealed class FeedCursorTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("1772600767003", 1772600767003L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Parse_OfAnEventsId_IsItsStamp(string text, long stamp) => FeedCursor.Parse(text).ShouldSucceed().ShouldBe(new FeedCursor(stamp, null));

    [Fact]
    public void Parse_OfAMessagesId_IsThatMessage() => FeedCursor.Parse($"{Ids.Message}").ShouldSucceed().ShouldBe(new FeedCursor(null, Ids.Message));

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1,000")]
    [InlineData("9223372036854775808")]
    [InlineData("\u0661")]
    [InlineData("aa000000-0000-7000-8000-00000000000")]
    public void Parse_OfAnythingElse_IsRefused(string text) => FeedCursor.Parse(text).ShouldFail("Feed.InvalidCursor");
}
