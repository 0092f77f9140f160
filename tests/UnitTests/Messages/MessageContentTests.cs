using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Messages;

public sealed class MessageContentTests
{
    private const string Invalid = "Message.InvalidContent";

    [Theory]
    [InlineData("a")]
    [InlineData(" a ")]
    [InlineData("\tline\r\nline\n")]
    [InlineData("🙂")]
    [InlineData("if (a < b && c > d) List<string> once = new();")]
    [InlineData("שלום مرحبا हिन्दी 猫 \u202E\u200B")]
    public void Create_WhenFine_KeepsItUntouched(string text) => MessageContent.Create(text).ShouldSucceed().Value.ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    [InlineData("\u00A0\u2003\u3000\u2028")]
    public void Create_WhenOnlyWhiteSpace_Fails(string? text) =>
        MessageContent.Create(text).ShouldBreakRule("Message.EmptyContent", "must not be empty or only white space");

    [Fact]
    public void Create_WhenOfLength_CountsScalarValuesUpToTheLimit()
    {
        MessageContent.Create(new string('a', 4000)).ShouldSucceed();
        MessageContent.Create(new string('a', 4001)).ShouldBreakRule(Invalid, "must be at most 4000 characters");
        MessageContent.Create(Repeat("🙂", 4000)).ShouldSucceed();
        MessageContent.Create(Repeat("🙂", 4001)).ShouldBreakRule(Invalid, "must be at most 4000 characters");
        MessageContent.Create(Repeat("e\u0301", 2000)).ShouldSucceed();
        MessageContent.Create(Repeat("e\u0301", 2000) + "e").ShouldFail(Invalid);
    }

    [Theory]
    [InlineData("a\0")]
    [InlineData("\u001Ba")]
    [InlineData("a\vb")]
    [InlineData("a\u007F")]
    [InlineData("a\u0085")]
    public void Create_WhenItHoldsControls_Fails(string text) =>
        MessageContent.Create(text).ShouldBreakRule(Invalid, "must not contain control characters other than tab, CR and LF");

    [Fact]
    public void Create_WhenASurrogateIsUnpaired_Fails()
    {
        MessageContent.Create("a\uD83D").ShouldBreakRule(Invalid, "must not contain unpaired surrogates");
        MessageContent.Create("\uDE42a").ShouldFail(Invalid);
        MessageContent.Create("\uD83D\uD83D\uDE42").ShouldFail(Invalid);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[x](javascript:alert(1))")]
    public void Create_WhenABrowserWouldRunIt_Fails(string text) =>
        MessageContent.Create(text).ShouldBreakRule("Message.ExecutableContent", "must not contain markup that a browser would run");

    [Fact]
    public void Create_WhenGivenAnyUtf16_KeepsItUntouchedOrRefuses() =>
        Prop.ForAll<ushort[]>(units =>
        {
            var text = new string([.. units.Select(unit => (char)unit)]);
            var content = MessageContent.Create(text);
            return content.IsSuccess ? content.Value.Value == text && content.Value == MessageContent.FromTrusted(text) : content.Error is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Create_WhenGivenLettersBlanksAndEmojis_KeepsThemUntouched()
    {
        var plain = Gen.Elements("a", "Z", " ", "\n", "🙂", "猫", "é", ".", "<", ">", "&").NonEmptyListOf().Select(parts => "x" + string.Concat(parts)).ToArbitrary();

        Prop.ForAll(plain, text => text.Contains("<a", StringComparison.Ordinal) || MessageContent.Create(text).ShouldSucceed().Value == text)
            .QuickCheckThrowOnFailure();
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
