using System.Text;
using Eliza.Domain.Common;
using Eliza.Domain.Media;
using Eliza.Domain.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Media;

public sealed class TidyTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\t ", "")]
    [InlineData("  a \t b  ", "a b")]
    [InlineData("a \r\n\r\n  b\n", "a\nb")]
    [InlineData("a\u2028b\u00A0\u3000c", "a\nb c")]
    [InlineData("a\0b\u0007c\u001Bd", "abcd")]
    [InlineData("12345", "12345")]
    [InlineData("123456", "1234…")]
    [InlineData("123 56", "123…")]
    [InlineData("🙂🙂🙂🙂🙂", "🙂🙂🙂🙂🙂")]
    [InlineData("🙂🙂🙂🙂🙂🙂", "🙂🙂🙂🙂…")]
    [InlineData("12345   \n", "12345")]
    public void Append_OfAnyText_KeepsWhatPeopleRead(string text, string expected) => Tidy(5, text).ShouldBe(expected);

    [Fact]
    public void Append_OfPieces_IsAsOfTheWhole()
    {
        var tidy = new TidyText(5);
        foreach (var piece in new[] { " a", " ", "\n", "b ", "c" }) tidy.Append(piece);
        tidy.ToString().ShouldBe("a\nb c");
        tidy.IsFull.ShouldBeFalse();

        tidy.Append(" d");
        tidy.Append("e");

        tidy.ToString().ShouldBe("a\nb…");
        tidy.IsFull.ShouldBeTrue();
    }

    [Fact]
    public void Append_OfAnything_MakesWhatADescriptionMayBeAndStaysTheSame() => Prop.ForAll(
        Gen.Elements("a", " ", "\n", "\t", "\0", "\u0085", "🙂", "\uD83D", "\uDE42", "é", "\u200B", "\uFFFF").ListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        text =>
        {
            var tidy = Tidy(8, text);
            return TextRules.Broken(tidy, 8) is null && tidy.Trim() == tidy && Tidy(8, tidy) == tidy;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Description_OfALongText_IsWhatAnAttachmentMayHave()
    {
        var description = MediaDescription.Of(string.Concat(Enumerable.Repeat("🙂", 5000))).ShouldNotBeNull().Value;

        TextRules.Broken(description, Attachment.MaxDescriptionLength).ShouldBeNull();
        description.EnumerateRunes().Count().ShouldBe(Attachment.MaxDescriptionLength);
        description.EnumerateRunes().Last().ShouldBe(new Rune('…'));
        MediaDescription.Of(" \n ").ShouldBeNull();
    }

    private static string Tidy(int maxLength, string text)
    {
        var tidy = new TidyText(maxLength);
        tidy.Append(text);
        return tidy.ToString();
    }
}
