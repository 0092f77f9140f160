using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Messages;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("one two", "one|two", true)]
    [InlineData("  one,two; ", "one|two", false)]
    [InlineData("\"a\" AND (b* OR content:c)", "a|AND|b|OR|content|c", false)]
    [InlineData("don't", "don|t", false)]
    [InlineData("e\u0301clair 猫", "e\u0301clair|猫", true)]
    [InlineData("x", "x", false)]
    [InlineData("7", "7", false)]
    [InlineData("𝒳𝒴", "𝒳𝒴", true)]
    [InlineData("a \uE000", "a|\uE000", true)]
    [InlineData("?! 🙂 --", "", false)]
    public void Words_WhenWritten_AreTheRunsOfLettersAndDigits(string text, string words, bool beginning)
    {
        var search = SearchText.Create(text).ShouldSucceed();

        string.Join('|', search.Words).ShouldBe(words);
        search.EndsInBeginning.ShouldBe(beginning);
    }

    [Theory]
    [InlineData("", "must not be empty or only white space")]
    [InlineData(" \t", "must not be empty or only white space")]
    [InlineData("a\0b", "must not contain control characters other than tab, CR and LF")]
    public void Create_WhenItIsNoText_Fails(string text, string rule) => SearchText.Create(text).Error.ShouldNotBeNull().Details.ShouldBe(rule);

    [Fact]
    public void Create_WhenASurrogateIsAlone_Fails() =>
        SearchText.Create("a\uD800").Error.ShouldNotBeNull().Details.ShouldBe("must not contain unpaired surrogates");

    [Fact]
    public void Create_AroundTheMaximumLength_CountsCharacters()
    {
        SearchText.Create(string.Concat(Enumerable.Repeat("🙂", SearchText.MaxLength))).ShouldSucceed();
        SearchText.Create(new string('x', SearchText.MaxLength + 1)).IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public void Words_WhenGivenAnyText_HoldNothingThatCouldBeAnOperator() =>
        Prop.ForAll<NonNull<string>>(text => SearchText.Create(text.Get) is not { IsSuccess: true } search
            || search.Value.Words.All(word => word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || char.IsPunctuation(c) || char.IsSymbol(c) || char.IsControl(c))))
            .QuickCheckThrowOnFailure();
}
