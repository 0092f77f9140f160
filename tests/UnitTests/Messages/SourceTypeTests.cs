using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Messages;

public sealed class SourceTypeTests
{
    [Theory]
    [InlineData("discord")]
    [InlineData("eliza gui 🙂")]
    public void Create_WhenFine_KeepsIt(string text) => SourceType.Create(text).ShouldSucceed().Value.ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public void Create_WhenOnlyWhiteSpace_Fails(string? text) => SourceType.Create(text).ShouldBreakRule("Message.EmptySourceType", "must not be empty");

    [Fact]
    public void Create_WhenOfLength_SucceedsUpToTheLimit()
    {
        SourceType.Create(new string('a', 64)).ShouldSucceed();
        SourceType.Create(new string('a', 65)).ShouldBreakRule("Message.InvalidSourceType", "must be at most 64 characters");
    }

    [Fact]
    public void Create_WhenItHoldsControls_Fails() => SourceType.Create("a\0").ShouldFail("Message.InvalidSourceType");

    [Theory]
    [InlineData(ActorKind.User, "user_message")]
    [InlineData(ActorKind.Agent, "agent_response")]
    public void Of_WhenTheMessageDoesNotSay_IsByItsAuthor(ActorKind author, string expected) => SourceType.Of(author).Value.ShouldBe(expected);
}
