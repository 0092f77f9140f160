using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.UnitTests.Agents.Doctor;

public sealed class ReplyTextTests
{
    [Theory]
    [InlineData("your father", "Your father.")]
    [InlineData("why?", "Why?")]
    [InlineData("  so   it   is ", "So it is.")]
    [InlineData("really,  ?", "Really?")]
    [InlineData("what of ?", "What of?")]
    [InlineData("you say “ no ”", "You say “no”.")]
    [InlineData("you say “no.”", "You say “no.”")]
    [InlineData("“your dog” it is", "“Your dog” it is.")]
    public void Finish_WhenTextIsLoose_MakesItASentence(string text, string sentence) => ReplyText.Finish(text).ShouldBe(sentence);

    [Theory]
    [InlineData("i", "I")]
    [InlineData("i'm", "I'm")]
    [InlineData("it", "it")]
    public void Spell_WhenWordIsI_CapitalisesIt(string word, string spelt) => ReplyText.Spell(word).ShouldBe(spelt);

    [Theory]
    [InlineData("one two, three", 9, "One…")]
    [InlineData("one two, three", 12, "One two…")]
    [InlineData("one two, three", 15, "One two, three.")]
    [InlineData("abcdefghij", 5, "Abcd…")]
    [InlineData("abc😀defgh", 5, "Abc…")]
    public void Finish_WhenTextIsTooLong_CutsAtAWord(string text, int maxLength, string cut) =>
        ReplyText.Finish(text, maxLength).ShouldBe(cut);
}
