using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.UnitTests.Agents.Doctor;

public sealed class SubstitutionTests
{
    private const string Pronouns =
        """
        { "word": "i", "replace": "you" }, { "word": "you", "replace": "i" }, { "word": "i'm", "replace": "you're" },
        { "word": "a", "replace": "b" }, { "word": "b", "replace": "c" }, { "word": "say", "rules": [{ "match": "0 say 0", "say": ["Heard: {3}"] }] }
        """;

    [Theory]
    [InlineData("say I like you", "Heard: you like I.")]
    [InlineData("say a b c", "Heard: b c c.")]
    [InlineData("say I’m here", "Heard: you're here.")]
    [InlineData("say I\u2018m here", "Heard: you're here.")]
    [InlineData("SAY YOU", "Heard: I.")]
    public void Answer_WhenWordsAreSubstituted_DoesSoOnceEach(string line, string reply) =>
        new Conversation(TinyScript.Of(Pronouns)).Say(line).ShouldBe(reply);

    [Fact]
    public void Answer_WhenKeywordIsReplaced_MatchesTheReplacement()
    {
        var script = TinyScript.Of("""{ "word": "my", "replace": "your", "rules": [{ "match": "0 your 0", "say": ["Your {3}?"] }] }""");

        new Conversation(script).Say("it is my dog").ShouldBe("Your dog?");
    }

    [Fact]
    public void Answer_WhenReplacementIsItselfAKeyword_DoesNotStackIt()
    {
        var script = TinyScript.Of($$"""{ "word": "mom", "replace": "mother" }, {{TinyScript.Says("mother", "Mother.")}}""");

        new Conversation(script).SayAll("mom", "mother").ShouldBe(["Nothing.", "Mother."]);
    }

    [Theory]
    [InlineData("im so unhappy", "unhappy")]
    [InlineData("I dont sleep", "sleep")]
    [InlineData("I've lost my mum", "mother")]
    [InlineData("youre unkind to me", "I am unkind to you")]
    public void Answer_WhenLineIsTypedLoosely_StillUnderstands(string line, string echo) =>
        new Conversation(DoctorScript.Embedded).Say(line).ShouldContain(echo);
}
