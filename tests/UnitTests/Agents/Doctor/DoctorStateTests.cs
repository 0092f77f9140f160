using Eliza.Infrastructure.Agents.Doctor;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Agents.Doctor;

public sealed class DoctorStateTests
{
    private static readonly string[] Lines =
    [
        "Hello", "My boyfriend says I'm sad", "Do you remember my “naïve” 猫?", "I was at home", "It is my job", "so", "so", "Everybody laughs",
        "my mother <b>sleeps</b>", "my father", "why don't you answer me?", "so", "my sister", "I dreamt of you", "so", "so", "so", "so", "so",
    ];

    [Fact]
    public void ToJson_WhenConversationIsNew_IsAlmostNothing() => DoctorState.Initial.ToJson().ShouldBe("""{"limit":1}""");

    [Fact]
    public void ToJson_WhenRotationsComeRound_LeavesThemOut()
    {
        var conversation = new Conversation(TinyScript.Of(TinyScript.Rule("go", "0", "One.", "Two.")));

        conversation.Say("go");
        conversation.State.ToJson().ShouldBe("""{"limit":2,"rotations":{"go: 0":1}}""");
        conversation.Say("go");
        conversation.State.ToJson().ShouldBe("""{"limit":3}""");
    }

    [Fact]
    public void FromJson_WhenSavedAfterEveryLine_ContinuesAlike()
    {
        var kept = new Conversation(DoctorScript.Embedded);
        var saved = new Conversation(DoctorScript.Embedded);

        foreach (var line in Lines)
        {
            saved.State = DoctorState.FromJson(saved.State.ToJson());
            saved.Say(line).ShouldBe(kept.Say(line));
            saved.State.ShouldBe(kept.State);
        }
    }

    [Fact]
    public void ToJson_WhenMemoryIsFullOfLongLines_StaysSmall()
    {
        var conversation = new Conversation(DoctorScript.Embedded);

        for (var line = 0; line < 60; line++) conversation.Say("my " + string.Concat(Enumerable.Repeat("жук ", 900)));

        conversation.State.ToJson().Length.ShouldBeLessThan(16 * 1024);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"limit\":\"1\",\"rotations\":[],\"memories\":{}}")]
    [InlineData("{\"limit\":0,\"rotations\":{\"my: 0 your 0\":-1},\"memories\":[null,7,\"\",\"...\"]}")]
    [InlineData("{\"limit\":9999999999,\"memories\":[\"a\\u0000b\"]}")]
    [InlineData("{\"limit\":1,\"memories\":[\"\\ud800\"]}")]
    [InlineData("{\"limit\":1,\"rotations\":{\"\\ud800\":1}}")]
    [InlineData("{\"limit\":1,\"memories\":[\"\ud800\"]}")]
    public void FromJson_WhenNothingIsUsable_IsInitial(string? json) => DoctorState.FromJson(json).ShouldBe(DoctorState.Initial);

    [Fact]
    public void FromJson_WhenPartIsUsable_KeepsThatPart()
    {
        var state = DoctorState.FromJson("""{"limit":3,"rotations":{"what: 0":2,"x":"y"},"memories":["Kept.",5],"later":true}""");

        state.ToJson().ShouldBe("""{"limit":3,"rotations":{"what: 0":2},"memories":["Kept."]}""");
    }

    [Fact]
    public void FromJson_WhenMemoriesAreTooMany_KeepsTheNewest()
    {
        var many = string.Join(',', Enumerable.Range(1, 40).Select(number => $"\"Memory {number}.\""));

        var memories = DoctorState.FromJson($$"""{"memories":[{{many}}]}""").Memories;

        memories.Count.ShouldBe(DoctorState.MaxMemories);
        memories[0].ShouldBe("Memory 9.");
    }

    [Fact]
    public void Answer_WhenStateIsFromAnOlderScript_ForgetsWhatItCannotUse()
    {
        var conversation = new Conversation(TinyScript.Of(TinyScript.Rule("go", "0", "One.", "Two.")))
        {
            State = DoctorState.FromJson("""{"limit":1,"rotations":{"go: 0":7,"gone: 0":1,"none":3}}"""),
        };

        conversation.SayAll("go", "so").ShouldBe(["One.", "Nothing."]);
        conversation.State.ToJson().ShouldBe("""{"limit":3,"rotations":{"go: 0":1}}""");
    }

    [Fact]
    public void FromJson_WhenGivenAnyText_NeverThrows() =>
        Prop.ForAll<string>(text => DoctorState.FromJson(text) is not null && DoctorState.FromJson($$"""{"memories":["{{text}}"]}""") is not null)
            .QuickCheckThrowOnFailure();
}
