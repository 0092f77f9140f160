using System.Text;
using Eliza.Domain.Common;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Common;

public sealed class TextRulesTests
{
    private const string TooLong = "must be at most 3 characters";
    private const string Control = "must not contain control characters other than tab, CR and LF";
    private const string Surrogate = "must not contain unpaired surrogates";

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("\t\r\n")]
    [InlineData("🙂🙂🙂")]
    [InlineData("a\u0301b")]
    public void Broken_WhenTextIsFine_IsNull(string text) => TextRules.Broken(text, 3).ShouldBeNull();

    [Theory]
    [InlineData("abcd")]
    [InlineData("🙂🙂🙂🙂")]
    [InlineData("a\u0301b\u0301")]
    public void Broken_WhenThereAreTooManyScalarValues_SaysSo(string text) => TextRules.Broken(text, 3).ShouldBe(TooLong);

    [Theory]
    [InlineData("\0")]
    [InlineData("a\u0007")]
    [InlineData("\u001B[")]
    [InlineData("\v")]
    [InlineData("\f")]
    [InlineData("\u007F")]
    [InlineData("\u0080")]
    [InlineData("\u0085")]
    [InlineData("\u009F")]
    public void Broken_WhenThereIsAControlCharacter_SaysSo(string text) => TextRules.Broken(text, 3).ShouldBe(Control);

    [Fact]
    public void Broken_WhenASurrogateIsUnpaired_SaysSo()
    {
        // Built here: an attribute's text would be stored with the surrogates replaced.
        TextRules.Broken("\uD83D", 3).ShouldBe(Surrogate);
        TextRules.Broken("\uDE42", 3).ShouldBe(Surrogate);
        TextRules.Broken("\uDE42\uD83D", 3).ShouldBe(Surrogate);
        TextRules.Broken("a\uD83Db", 3).ShouldBe(Surrogate);
    }

    [Fact]
    public void Broken_WhenGivenAnyUtf16_AgreesWithItsRunes() =>
        Prop.ForAll<ushort[]>(units =>
        {
            var text = new string([.. units.Select(unit => (char)unit)]);
            var runes = text.EnumerateRunes().ToArray();
            var fine = string.Concat(runes) == text && Encoding.UTF8.GetByteCount(text) == runes.Sum(rune => rune.Utf8SequenceLength)
                && !HasLoneSurrogate(text) && runes.Length <= 40
                && runes.All(rune => !Rune.IsControl(rune) || rune.Value is 9 or 10 or 13);
            return TextRules.Broken(text, 40) is null == fine;
        }).QuickCheckThrowOnFailure();

    private static bool HasLoneSurrogate(string text) =>
        text.Where((unit, index) => char.IsHighSurrogate(unit)
            ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
            : char.IsLowSurrogate(unit) && (index == 0 || !char.IsHighSurrogate(text[index - 1]))).Any();
}
