using Eliza.Domain.Common;

namespace Eliza.UnitTests.Common;

public sealed class SourceTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1 ", "1")]
    [InlineData(" 1\u00A0", "1")]
    [InlineData("a b", "a b")]
    public void Id_WithBlanksAroundIt_IsTheSameOnEveryDatabase(string given, string known) => Source.Create("Discord", given).Value.ToString().ShouldBe("discord:" + known);

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void Id_OfNothingButBlanks_IsNone(string given) => Source.CreateId(given).Error!.Code.ShouldBe("Source.EmptyId");
}
