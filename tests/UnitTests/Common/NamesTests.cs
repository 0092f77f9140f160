using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common;

public sealed class NamesTests
{
    [Theory]
    [InlineData("Ada")]
    [InlineData("Ada Lovelace 🙂")]
    [InlineData("हिन्दी")]
    public void CreateDisplayName_WhenFine_KeepsIt(string text) => DisplayName.Create(text).ShouldSucceed().Value.ShouldBe(text);

    [Fact]
    public void CreateDisplayName_WhenPadded_IsTrimmed() => DisplayName.Create(" Ada\t").ShouldSucceed().Value.ShouldBe("Ada");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\u00A0\u3000")]
    public void CreateDisplayName_WhenOnlyWhiteSpace_Fails(string? text) => DisplayName.Create(text).ShouldBreakRule("DisplayName.Empty", "must not be empty");

    [Theory]
    [InlineData("\0")]
    [InlineData("Ada\u0007")]
    public void CreateDisplayName_WhenItHoldsControls_Fails(string text) => DisplayName.Create(text).ShouldFail("DisplayName.Invalid");

    [Fact]
    public void CreateDisplayName_WhenOfLength_SucceedsUpToTheLimit()
    {
        DisplayName.Create(Emojis(DisplayName.MaxLength)).ShouldSucceed();
        DisplayName.Create(Emojis(DisplayName.MaxLength + 1)).ShouldBreakRule("DisplayName.Invalid", "must be at most 100 characters");
    }

    [Fact]
    public void Key_WhenNamesDifferInCase_IsTheSame() => DisplayName.From("ÉLIZA").Key.ShouldBe(DisplayName.From("éliza").Key);

    [Fact]
    public void CreateDescription_WhenOfLength_SucceedsUpToTheLimit()
    {
        Description.Create(Emojis(Description.MaxLength)).ShouldSucceed();
        Description.Create(Emojis(Description.MaxLength + 1)).ShouldBreakRule("Description.Invalid", "must be at most 1000 characters");
    }

    [Fact]
    public void CreateDescription_WhenEmpty_IsEmpty() => Description.Create("").ShouldSucceed().Value.ShouldBe("");

    [Fact]
    public void CreateDescription_WhenItHoldsControls_Fails() => Description.Create("a\0").ShouldFail("Description.Invalid");

    private static string Emojis(int count) => string.Concat(Enumerable.Repeat("🙂", count));
}
