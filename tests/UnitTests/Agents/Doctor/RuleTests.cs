namespace Eliza.UnitTests.Agents.Doctor;

public sealed class RuleTests
{
    [Fact]
    public void Answer_WhenKeywordRepeats_RotatesReassemblies()
    {
        var conversation = new Conversation(TinyScript.Of(TinyScript.Rule("go", "0", "One.", "Two.", "Three.")));

        conversation.SayAll("go", "go", "go", "go").ShouldBe(["One.", "Two.", "Three.", "One."]);
    }

    [Fact]
    public void Answer_WhenPatternsDiffer_RotatesEachByItself()
    {
        var script = TinyScript.Of(
            """
            { "word": "go", "rules": [{ "match": "0 go home", "say": ["Home one.", "Home two."] }, { "match": "0", "say": ["One.", "Two."] }] }
            """);

        new Conversation(script).SayAll("go home", "go", "go home", "go").ShouldBe(["Home one.", "One.", "Home two.", "Two."]);
    }

    [Fact]
    public void Answer_WhenKeywordIsSameAsAnother_SharesItsRotation()
    {
        var script = TinyScript.Of($$"""{{TinyScript.Rule("what", "0", "One.", "Two.")}}, { "word": "how", "sameAs": "what" }""");

        new Conversation(script).SayAll("what", "how", "what").ShouldBe(["One.", "Two.", "One."]);
    }

    [Fact]
    public void Answer_WhenReassemblyRefersToKeyword_GoesOnWithIt()
    {
        var script = TinyScript.Of($"{TinyScript.Rule("can", "0", "Can.", "(=what)")}, {TinyScript.Rule("what", "0 bird", "A bird.")}");

        new Conversation(script).SayAll("can a bird", "can a bird", "can").ShouldBe(["Can.", "A bird.", "Can."]);
    }

    [Fact]
    public void Answer_WhenReferredKeywordHasNoFittingPattern_TakesTheNextOfTheStack()
    {
        var script = TinyScript.Of(
            $"{TinyScript.Rule("can", "0", "(=what)")}, {TinyScript.Rule("what", "0 bird", "A bird.")}, {TinyScript.Says("fish", "A fish.")}");

        new Conversation(script).SayAll("can a fish", "can a cat").ShouldBe(["A fish.", "Nothing."]);
    }

    [Fact]
    public void Answer_WhenNewKeyLeavesNothing_GivesNoneRemarksInTurn()
    {
        var script = TinyScript.Of(TinyScript.Rule("like", "0", "(newkey)"), none: """["First.", "Second."]""");

        new Conversation(script).SayAll("like", "like", "other", "like").ShouldBe(["First.", "Second.", "First.", "Second."]);
    }

    [Fact]
    public void Answer_WhenReassemblyIsPre_RewritesTheWordsAndGoesOn()
    {
        var script = TinyScript.Of(
            """
            { "word": "i'm", "replace": "you're", "rules": [{ "match": "0 you're 0", "say": ["(pre (you are {3}) (=i))"] }] },
            { "word": "i", "replace": "you", "rules": [{ "match": "you are 0", "say": ["Why are you {3}?"] }, { "match": "0", "say": ["Other."] }] }
            """);

        new Conversation(script).SayAll("they say I'm late", "I am late").ShouldBe(["Why are you late?", "Other."]);
    }

    [Theory]
    [InlineData("so I want rest", "You want rest.")]
    [InlineData("so I need rest", "You need rest.")]
    [InlineData("so I like rest", "Nothing.")]
    [InlineData("my dear old mother sleeps", "Kin: mother sleeps.")]
    [InlineData("my tree grows", "Nothing.")]
    [InlineData("our tree grows", "Ours: tree grows.")]
    [InlineData("our father sleeps", "Ours: father sleeps.")]
    [InlineData("our teacher sleeps", "Nothing.")]
    public void Answer_WhenPatternHasAlternativesOrClasses_TakesAnyOfTheirWords(string line, string reply)
    {
        var script = TinyScript.Of(
            string.Join(
                ", ",
                TinyScript.Rule("i", "0 i want|need 0", "You {3} {4}."),
                TinyScript.Rule("my", "0 my 0 /family 0", "Kin: {4} {5}."),
                TinyScript.Rule("our", "0 our /plant|family 0", "Ours: {3} {4}.")),
            classes: """{ "family": ["mother", "father"], "plant": ["tree"] }""");

        new Conversation(script).Say(line).ShouldBe(reply);
    }
}
