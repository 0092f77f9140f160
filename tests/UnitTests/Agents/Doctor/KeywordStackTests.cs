namespace Eliza.UnitTests.Agents.Doctor;

public sealed class KeywordStackTests
{
    private static readonly string Ranked =
        $"{TinyScript.Says("low", "Low.")}, {TinyScript.Says("even", "Even.")}, {TinyScript.Says("high", "High.", rank: 9)}";

    [Theory]
    [InlineData("low then high")]
    [InlineData("high then low")]
    [InlineData("LOW THEN HIGH")]
    public void Answer_WhenKeywordsDifferInRank_UsesTheHighest(string line) =>
        new Conversation(TinyScript.Of(Ranked)).Say(line).ShouldBe("High.");

    [Fact]
    public void Answer_WhenKeywordsAreOfOneRank_UsesTheFirst() =>
        new Conversation(TinyScript.Of(Ranked)).Say("even low even").ShouldBe("Even.");

    [Theory]
    [InlineData("top low mid", "Low.")]
    [InlineData("top mid low", "Mid.")]
    [InlineData("low mid top", "Mid.")]
    public void Answer_WhenTopKeywordGivesUp_TakesTheNextOfTheStack(string line, string reply)
    {
        // Only a keyword that outranks all before it goes on top: below it, the order is that of reading and not of rank.
        var script = TinyScript.Of(
            $$"""{ "word": "top", "rank": 9, "rules": [{ "match": "0", "say": ["(newkey)"] }] }, """
            + $"{TinyScript.Says("mid", "Mid.", rank: 5)}, {TinyScript.Says("low", "Low.")}");

        new Conversation(script).Say(line).ShouldBe(reply);
    }

    [Theory]
    [InlineData("one, two", "One.")]
    [InlineData("one. two", "One.")]
    [InlineData("one! two", "One.")]
    [InlineData("one? two", "One.")]
    [InlineData("one; two", "One.")]
    [InlineData("one: two", "One.")]
    [InlineData("one but two", "One.")]
    [InlineData("one BUT two", "One.")]
    [InlineData("one and two", "Two.")]
    [InlineData("one - two", "Two.")]
    public void Answer_WhenKeywordWasFoundBeforeDelimiter_DropsTheRest(string line, string reply)
    {
        var script = TinyScript.Of($"{TinyScript.Says("one", "One.")}, {TinyScript.Says("two", "Two.", rank: 1)}");

        new Conversation(script).Say(line).ShouldBe(reply);
    }

    [Fact]
    public void Answer_WhenNoKeywordBeforeDelimiter_DropsWhatWasBefore()
    {
        var script = TinyScript.Of(TinyScript.Rule("one", "0", "I heard {1}."));

        new Conversation(script).Say("Well, you know: at last one is here, they say").ShouldBe("I heard at last one is here.");
    }

    [Fact]
    public void Answer_WhenOnlySubstitutedWordPrecedesDelimiter_CountsNoKeyword()
    {
        var script = TinyScript.Of($$"""{ "word": "me", "replace": "you" }, {{TinyScript.Rule("one", "0", "I heard {1}.")}}""");

        new Conversation(script).Say("me, one me").ShouldBe("I heard one you.");
    }

    [Fact]
    public void Answer_WhenKeywordIsRepeated_StacksItOnce()
    {
        var script = TinyScript.Of(TinyScript.Rule("again", "0", "(newkey)", "Second."));
        var conversation = new Conversation(script);

        conversation.SayAll("again again", "again again").ShouldBe(["Nothing.", "Second."]);
    }
}
