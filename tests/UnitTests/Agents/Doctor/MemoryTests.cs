using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.UnitTests.Agents.Doctor;

public sealed class MemoryTests
{
    private const string OneRule = """{ "keyword": "my", "rules": [{ "match": "0 your 0", "say": "Earlier, your {3}." }] }""";

    private const string FourRules =
        """
        { "keyword": "my", "rules": [{ "match": "0 your 0", "say": "First, your {3}." }, { "match": "0 your 0", "say": "Second, your {3}." },
          { "match": "0 your 0", "say": "Third, your {3}." }, { "match": "0 your 0", "say": "Fourth, your {3}." }] }
        """;

    private const string My = """{ "word": "my", "replace": "your", "rank": 2, "rules": [{ "match": "0", "say": ["Noted."] }] }""";

    [Fact]
    public void Answer_WhenFourthLineHasNoKeyword_RecallsOldestOnce()
    {
        var conversation = new Conversation(Script());

        // The counter stands at 2 for the first line, so it is 4 for the third, seventh, eleventh...
        conversation.SayAll("my dog barks", "my cat sleeps", "so", "so", "so", "so", "so", "so", "so", "so", "so")
            .ShouldBe([
                "Noted.", "Noted.", "Earlier, your dog barks.", "Nothing.", "Nothing.", "Nothing.", "Earlier, your cat sleeps.",
                "Nothing.", "Nothing.", "Nothing.", "Nothing.",
            ]);
        conversation.State.Memories.ShouldBeEmpty();
    }

    [Fact]
    public void Answer_WhenFourthLineHasKeyword_KeepsTheMemory()
    {
        var conversation = new Conversation(Script());

        conversation.SayAll("my dog barks", "so", "yes").ShouldBe(["Noted.", "Nothing.", "Yes."]);
        conversation.State.Memories.ShouldBe(["Earlier, your dog barks."]);
    }

    [Fact]
    public void Answer_WhenMemoryKeywordIsNotOnTop_StoresNothing()
    {
        var conversation = new Conversation(Script());

        conversation.Say("yes my high dog").ShouldBe("High.");
        conversation.State.Memories.ShouldBeEmpty();
    }

    [Fact]
    public void Answer_WhenLineHasNoWords_GivesNoneRemarkEvenAtTheFourth()
    {
        var conversation = new Conversation(Script());

        conversation.SayAll("my dog barks", "so", "🙂 ...").ShouldBe(["Noted.", "Nothing.", "Nothing."]);
        conversation.State.Memories.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("my boyfriend made you come here", "Third, your boyfriend made I come here.")]
    [InlineData("my job", "Second, your job.")]
    [InlineData("my son left again", "Fourth, your son left again.")]
    [InlineData("my song of tears", "First, your song of tears.")]
    public void Answer_WhenRemembering_ChoosesTransformationByTheLastWord(string line, string memory)
    {
        var conversation = new Conversation(Script(FourRules));

        conversation.Say(line);

        conversation.State.Memories.ShouldBe([memory]);
    }

    [Fact]
    public void Answer_WhenMemoryIsFull_DropsTheOldest()
    {
        var conversation = new Conversation(Script());

        for (var line = 1; line <= DoctorState.MaxMemories + 3; line++) conversation.Say($"my dog {line}");

        conversation.State.Memories.Count.ShouldBe(DoctorState.MaxMemories);
        conversation.State.Memories[0].ShouldBe("Earlier, your dog 4.");
        conversation.State.Memories[^1].ShouldBe("Earlier, your dog 35.");
    }

    [Fact]
    public void Answer_WhenRememberedLineIsLong_CutsTheMemoryAtAWord()
    {
        var conversation = new Conversation(Script());

        conversation.Say("my " + string.Join(' ', Enumerable.Repeat("elephant", 400)));

        var memory = conversation.State.Memories.ShouldHaveSingleItem();
        memory.Length.ShouldBeLessThanOrEqualTo(DoctorState.MaxMemoryLength);
        memory.ShouldEndWith(" elephant…");
    }

    private static DoctorScript Script(string memory = OneRule) => TinyScript.Of(
        string.Join(", ", My, """{ "word": "you", "replace": "i" }""", TinyScript.Says("yes", "Yes."), TinyScript.Says("high", "High.", rank: 9)),
        memory: memory);
}
