using Eliza.Domain.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Messages;

public sealed class MentionHandlesTests
{
    [Theory]
    [InlineData("@ada", "ada")]
    [InlineData("Hello @ada!", "ada")]
    [InlineData("(@ada)", "ada")]
    [InlineData("hi,@ada", "ada")]
    [InlineData("\n@Ada\n", "ada")]
    [InlineData("**@ADA**", "ada")]
    [InlineData("@ada's", "ada")]
    [InlineData("@ada,@bob;@cy", "ada bob cy")]
    [InlineData("@ada @Ada @ADA", "ada")]
    [InlineData("@user-123_x", "user-123_x")]
    [InlineData("@E112A000-0000-4000-8000-000000000001", "e112a000-0000-4000-8000-000000000001")]
    [InlineData("@ada@example.org", "ada@example.org")]
    [InlineData("@猫です", "猫です")]
    [InlineData("@ÉLOÏSE", "éloïse")]
    [InlineData("@E\u0301lise", "e\u0301lise")]
    [InlineData("@हिन्दी", "हिन्दी")]
    [InlineData("@7", "7")]
    public void In_WhenSomebodyIsCalled_IsTheHandleInLowerCase(string text, string expected) =>
        First(text).ShouldBe(expected.Split(' '));

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@")]
    [InlineData("@ ada")]
    [InlineData("@!")]
    [InlineData("ada@example.org")]
    [InlineData("ada.l@example.org")]
    [InlineData("ada+tag@example.org")]
    [InlineData("ada-@example")]
    [InlineData("x@ada")]
    [InlineData("é@ada")]
    [InlineData("e\u0301@ada")]
    [InlineData("9@ada")]
    [InlineData("_@ada")]
    [InlineData("a@b@c")]
    public void In_WhenNobodyIsCalled_IsEmpty(string text) => First(text).ShouldBeEmpty();

    [Theory]
    [InlineData("@ada.", "ada. ada")]
    [InlineData("@ada...", "ada... ada.. ada. ada")]
    [InlineData("@ada:", "ada: ada")]
    [InlineData("@ada-_", "ada-_ ada- ada")]
    [InlineData("@a.b.", "a.b. a.b")]
    [InlineData("@...", "... .. .")]
    [InlineData("@ada.....", "ada..... ada.. ada. ada")]
    [InlineData("@ada:-_.:-", "ada:-_.:- ada:- ada: ada")]
    [InlineData("@.....", "..... ... .. .")]
    public void In_WhenPunctuationFollows_GivesEachSpellingTheMostTellingFirst(string text, string expected) =>
        In(text).ShouldHaveSingleItem().ShouldBe(expected.Split(' '));

    [Fact]
    public void In_WhenManyAreCalled_TakesTheFirstFifty()
    {
        var handles = First(string.Join(' ', Enumerable.Range(1, 60).Select(number => $"@user{number}")));

        handles.ShouldBe(Enumerable.Range(1, MentionHandles.MaxPerMessage).Select(number => $"user{number}"));
    }

    [Fact]
    public void In_WhenOneIsCalledOften_CountsOnce() =>
        First(string.Concat(Enumerable.Repeat("@ada ", 60)) + "@bob").ShouldBe(["ada", "bob"]);

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void In_WhenAHandleIsOfLength_TakesItUpToThatOfAnId(int length, bool taken) =>
        First("@" + new string('a', length)).Count.ShouldBe(taken ? 1 : 0);

    [Theory]
    [InlineData("@")]
    [InlineData("@.")]
    [InlineData("@a")]
    [InlineData("a@")]
    [InlineData(" @a.")]
    [InlineData(".")]
    [InlineData("@@a:-_")]
    [InlineData("@a1........................................................................................................................ ")]
    public void In_WhenALongTextRepeatsItself_StaysBounded(string part)
    {
        var handles = In("@" + string.Concat(Enumerable.Repeat(part, MessageContent.MaxLength / part.Length)));

        handles.Count.ShouldBeLessThanOrEqualTo(MentionHandles.MaxPerMessage);
        handles.ShouldAllBe(spellings => spellings.Count <= 4);
    }

    [Fact]
    public void In_WhenGivenAnyText_EachSpellingIsWrittenThere()
    {
        var soup = Gen.Elements("@", "a", "B", ".", "-", ":", " ", "é", "猫", "<", "🙂", "_").ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

        Prop.ForAll(soup, text => In(text).SelectMany(spellings => spellings)
            .All(spelling => text.Contains("@" + spelling, StringComparison.OrdinalIgnoreCase) && !spelling.Any(char.IsUpper)))
            .QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<IReadOnlyList<string>> In(string text) => MentionHandles.In(MessageContent.FromTrusted(text));

    private static List<string> First(string text) => [.. In(text).Select(spellings => spellings[0])];
}
