using Eliza.Application.Messages.ListMessages;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Messages;

public sealed class MessageCursorTests
{
    [Fact]
    public void Parse_WhenMessageId_NamesTheMessage() =>
        MessageCursor.Parse(Ids.Message.ToString().ToUpperInvariant()).ShouldSucceed().Message.ShouldBe(Ids.Message);

    [Theory]
    [InlineData("0", "1970-01-01T00:00:00Z", 1000)]
    [InlineData("1772600767", "2026-03-04T05:06:07Z", 1000)]
    [InlineData("1772600767123", "2026-03-04T05:06:07.123Z", 1)]
    [InlineData("99999999999", "5138-11-16T09:46:39Z", 1000)]
    [InlineData("100000000000", "1973-03-03T09:46:40Z", 1)]
    [InlineData("253402300799998", "9999-12-31T23:59:59.998Z", 1)]
    public void Parse_WhenNumber_IsThatSecondOrMillisecond(string text, string start, int milliseconds)
    {
        var (message, moment) = MessageCursor.Parse(text).ShouldSucceed();

        message.ShouldBeNull();
        moment.ShouldNotBeNull().Start.ShouldBe(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        moment.End.ShouldBe(moment.Start.AddMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5")]
    [InlineData("1e9")]
    [InlineData("0x10")]
    [InlineData("1 000")]
    [InlineData(" 1")]
    [InlineData("١٢٣")]
    [InlineData("yesterday")]
    [InlineData("2026-03-04T05:06:07Z")]
    [InlineData("253402300799999")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999")]
    public void Parse_WhenAnythingElse_Fails(string text) =>
        MessageCursor.Parse(text).ShouldBreakRule("Message.InvalidCursor", "must be a message id or a time in Unix seconds or milliseconds");

    [Fact]
    public void Parse_WhenGivenAnyNumber_IsAMomentThatHasALengthOrFails() =>
        Prop.ForAll<long>(number => MessageCursor.Parse(number.ToString(System.Globalization.CultureInfo.InvariantCulture)) is
        { IsSuccess: true, Value.Moment: { } moment } ? moment.End > moment.Start : number is < 0 or > 253402300799998).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_WhenGivenAnyText_NeverThrows() =>
        Prop.ForAll<NonNull<string>>(text => MessageCursor.Parse(text.Get) is not null).QuickCheckThrowOnFailure();
}
