using Eliza.Domain.Channels;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Channels;

public sealed class ChannelNameTests
{
    private const string Allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

    [Theory]
    [InlineData("ab")]
    [InlineData("General-Chat_2.0")]
    [InlineData(Allowed)]
    public void Create_WhenOfAllowedCharacters_KeepsThem(string text) => ChannelName.Create(text).ShouldSucceed().Value.ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("#general")]
    [InlineData("a:b")]
    [InlineData("a@b")]
    [InlineData("général")]
    [InlineData("ab\n")]
    public void Create_WhenOfOtherCharacters_Fails(string? text) =>
        ChannelName.Create(text).ShouldBreakRule("Channel.InvalidName", "must be 2 to 100 letters, digits, hyphens, underscores or periods");

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Create_WhenOfLength_SucceedsWithinTheLimits(int length, bool succeeds) =>
        ChannelName.Create(new string('a', length)).IsSuccess.ShouldBe(succeeds);

    [Fact]
    public void Create_WhenGivenAnyText_TakesExactlyTheAllowed() =>
        Prop.ForAll<string?>(text => ChannelName.Create(text).IsSuccess == (text is { Length: >= 2 and <= 100 } && text.All(Allowed.Contains)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Key_WhenNamesDifferInCase_IsTheSame() => ChannelName.From("General").Key.ShouldBe(ChannelName.From("gENERAL").Key);

    [Fact]
    public void OfDirect_WhenNamedAfterItsId_IsAValidName()
    {
        var name = ChannelName.OfDirect(Ids.Channel);

        name.Value.ShouldBe("dm-c0000000000070008000000000000001");
        ChannelName.Create(name.Value).ShouldSucceed().ShouldBe(name);
    }
}
