namespace Eliza.UnitTests.Agents.Doctor;

public sealed class PatternTests
{
    [Theory]
    [InlineData("0", "", "[]")]
    [InlineData("0", "a b", "[a b]")]
    [InlineData("0 you 0", "a you b", "[a] [you] [b]")]
    [InlineData("0 you 0", "you", "[] [you] []")]
    [InlineData("you 0", "a you", null)]
    [InlineData("0 you", "you a", null)]
    [InlineData("1", "", null)]
    [InlineData("2 x", "a b x", "[a b] [x]")]
    [InlineData("2 x", "a b c x", null)]
    [InlineData("2 x", "a x", null)]
    [InlineData("0 x 1", "a x x b", "[a x] [x] [b]")]
    [InlineData("0 2", "a b c d", "[a b] [c d]")]
    public void Match_WhenLaidOverWords_GivesThePartsOfExactlyThoseWords(string pattern, string words, string? parts) =>
        Parts(pattern, words).ShouldBe(parts);

    [Theory]
    [InlineData("0 you 0", "you and you and you", "[] [you] [and you and you]")]
    [InlineData("0 you 0 me 0", "you you me me", "[] [you] [you] [me] [me]")]
    [InlineData("0 0", "a b", "[] [a b]")]
    [InlineData("0 a 0 b", "a b a b", "[] [a] [b a] [b]")]
    [InlineData("0 a b 0 c", "a c a b c b c", "[a c] [a] [b] [c b] [c]")]
    public void Match_WhenSeveralWaysFit_KeepsEarlierElementsShortest(string pattern, string words, string parts) =>
        Parts(pattern, words).ShouldBe(parts);

    /// <summary>
    /// Trying the ways one after another would here take more steps than there are atoms: that the test ends at all is the assertion.
    /// </summary>
    [Fact]
    public void Match_WhenManyGapsMeetRepeatedWords_DoesNotTryEveryWay()
    {
        const string ManyGaps = "0 a 0 a 0 a 0 a 0 a 0 a 0 a 0 a 0 a 0 a 0 a 0 a 0 b";
        var words = string.Join(' ', Enumerable.Repeat("a", 2000));

        Parts(ManyGaps, words).ShouldBeNull();
        Parts(ManyGaps, words + " b").ShouldNotBeNull();
    }

    private static string? Parts(string pattern, string words)
    {
        var script = TinyScript.Of(TinyScript.Rule("key", pattern, "Yes."));
        var match = script.Keywords["key"].Rules[0].Pattern.Match(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return match is null ? null : string.Join(' ', match.Select(part => $"[{string.Join(' ', part.AsEnumerable())}]"));
    }
}
