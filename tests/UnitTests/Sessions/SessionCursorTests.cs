using System.Globalization;
using Eliza.Application.Sessions.ListSessionMessages;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Sessions;

public sealed class SessionCursorTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1772600767", 1772600767)]
    [InlineData("1772600767123", 1772600767123)]
    [InlineData("253402300799999", 253402300799999)]
    [InlineData("2026-03-04T05:06:07.123Z", 1772600767123)]
    [InlineData("2026-03-04T05:06:07.1239Z", 1772600767123)]
    [InlineData("2026-03-04T05:06:07Z", 1772600767000)]
    [InlineData("2026-03-04T06:06:07+01:00", 1772600767000)]
    [InlineData("2026-03-04", 1772582400000)]
    [InlineData("1960-01-01", 0)]
    public void Parse_WhenATime_IsItsMillisecond(string text, long stamp) => SessionCursor.Parse(text).ShouldSucceed().ShouldBe(stamp);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5")]
    [InlineData("1e9")]
    [InlineData("yesterday")]
    [InlineData("4e700000-0000-7000-8000-000000000001")]
    [InlineData("253402300800000")]
    [InlineData("99999999999999999999999999")]
    [InlineData("2026-13-01")]
    public void Parse_WhenAnythingElse_Fails(string text) =>
        SessionCursor.Parse(text).ShouldBreakRule("Session.InvalidCursor", "must be a time in Unix milliseconds or in ISO 8601");

    /// <summary>What an answer gives as a cursor means the same when it comes back.</summary>
    [Fact]
    public void Parse_WhenGivenAnyStamp_IsThatStamp() => Prop.ForAll<NonNegativeInt, NonNegativeInt>((thousands, rest) =>
    {
        var stamp = (thousands.Get * 1_000L + rest.Get) % 253402300800000;
        return SessionCursor.Parse(stamp.ToString(CultureInfo.InvariantCulture)).Value == stamp;
    }).QuickCheckThrowOnFailure();
}
