using Eliza.Domain.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Messages;

public sealed class ExecutableMarkupTests
{
    /// <summary>What markup is made of; strung together it is malformed in every way.</summary>
    private static readonly Arbitrary<string> Soup = Gen.Elements(
        "<", ">", "/", "=", "\"", "'", "&", "#", ";", " ", "\n", "a", "script", "img", "on", "load", "x", "javascript", ":", "&#106", "&colon;", "<!--", "-->", "\\", "\uD83D", "é")
        .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    private static readonly Arbitrary<string> Hostile = Gen.Elements(HostileMarkup.All).ToArbitrary();

    private static readonly Arbitrary<string> HostileTag = Gen.Elements(HostileMarkup.InTags).ToArbitrary();

    public static TheoryData<string> HostileTexts => [.. HostileMarkup.All];

    public static TheoryData<string> InnocentTexts => [.. InnocentTalk.All];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void IsIn_WhenABrowserWouldRunIt_IsTrue(string text) => ExecutableMarkup.IsIn(text).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(InnocentTexts))]
    public void IsIn_WhenItIsTalk_IsFalse(string text) => ExecutableMarkup.IsIn(text).ShouldBeFalse();

    [Fact]
    public void IsIn_WhenInAnotherCase_IsTheSame()
    {
        // Names of character references and letters of code keep their case; of tags, attributes and schemes it does not matter.
        foreach (var text in HostileMarkup.All.Where(text => !text.Contains('&')))
        {
            ExecutableMarkup.IsIn(text.ToUpperInvariant()).ShouldBeTrue(text);
            ExecutableMarkup.IsIn(text.ToLowerInvariant()).ShouldBeTrue(text);
        }
    }

    [Fact]
    public void IsIn_WhenHostileTextIsSetApartByBlanks_StaysTrueWhateverIsAroundIt() =>
        Prop.ForAll(Hostile, Soup, Soup, (text, before, after) => ExecutableMarkup.IsIn($"{before} {text} {after}")).QuickCheckThrowOnFailure();

    /// <summary>
    /// Behind a letter a scheme is another word, so this holds for tags alone. Nothing is put right behind them:
    /// <c>&lt;script</c> and <c>ing</c> is no script.
    /// </summary>
    [Fact]
    public void IsIn_WhenHostileTagFollowsAnything_StaysTrue() =>
        Prop.ForAll(HostileTag, Soup, (text, before) => ExecutableMarkup.IsIn(before + text)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("x", "javascript:alert(1)", "")]
    [InlineData("", "<script", "ing>")]
    public void IsIn_WhenHostileTextBecomesPartOfAWord_IsFalse(string before, string text, string after)
    {
        ExecutableMarkup.IsIn(text).ShouldBeTrue();
        ExecutableMarkup.IsIn(before + text + after).ShouldBeFalse();
    }

    [Fact]
    public void IsIn_WhenInnocentTextsFollowEachOther_StaysFalse()
    {
        // Only whole ones: an open tag of one text would take the other for its attributes, as in a browser.
        var closed = InnocentTalk.All.Where(text => !text.Contains('<') || text.EndsWith('>')).ToArray();

        Prop.ForAll(Gen.Elements(closed).ToArbitrary(), Gen.Elements(closed).ToArbitrary(), (first, second) => !ExecutableMarkup.IsIn($"{first} {second}"))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void IsIn_WhenNothingCouldBeginMarkupOrAScheme_IsFalse() =>
        Prop.ForAll<string?>(text =>
        {
            var plain = (text ?? "").Replace("<", "", StringComparison.Ordinal).Replace("&", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
            return plain.Contains("script:", StringComparison.OrdinalIgnoreCase) || plain.Contains("data:", StringComparison.OrdinalIgnoreCase)
                || !ExecutableMarkup.IsIn(plain);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void IsIn_WhenGivenAnyText_NeverThrows()
    {
        Prop.ForAll(Soup, text => ExecutableMarkup.IsIn(text) || true).QuickCheckThrowOnFailure();
        Prop.ForAll<ushort[]>(units => ExecutableMarkup.IsIn(new string([.. units.Select(unit => (char)unit)])) || true).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("<a ")]
    [InlineData("<a \"")]
    [InlineData("<a b=&#")]
    [InlineData("&#106")]
    [InlineData("javascript:")]
    [InlineData("javascript:>")]
    [InlineData("<")]
    public void IsIn_WhenALongTextRepeatsItself_IsAnswered(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, MessageContent.MaxLength / part.Length));

        ExecutableMarkup.IsIn(text + " <script>").ShouldBeTrue();
    }
}
