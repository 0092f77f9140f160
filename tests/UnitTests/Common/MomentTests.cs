using System.Globalization;
using Eliza.Application.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common;

public sealed class MomentTests
{
    [Theory]
    [InlineData("1772600767", "2026-03-04T05:06:07Z", 1000)]
    [InlineData("1772600767123", "2026-03-04T05:06:07.123Z", 1)]
    [InlineData("\"1772600767\"", "2026-03-04T05:06:07Z", 1000)]
    [InlineData("\"2026-03-04T05:06:07.123Z\"", "2026-03-04T05:06:07.123Z", 1)]
    [InlineData("\"2026-03-04T05:06:07.1230000+00:00\"", "2026-03-04T05:06:07.123Z", 1)]
    [InlineData("\"2026-03-04T06:06:07+01:00\"", "2026-03-04T05:06:07Z", 1000)]
    [InlineData("\"2026-03-04T05:06:07\"", "2026-03-04T05:06:07Z", 1000)]
    [InlineData("\"2026-03-04T05:06Z\"", "2026-03-04T05:06:00Z", 60_000)]
    [InlineData("\"2026-03-04\"", "2026-03-04T00:00:00Z", 86_400_000)]
    public void Parse_WhenATime_IsAsLongAsItIsExact(string json, string start, int milliseconds)
    {
        var moment = Moment.Parse(TestJson.Parse(json)).ShouldSucceed();

        moment.Start.ShouldBe(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture));
        moment.End.ShouldBe(moment.Start.AddMilliseconds(milliseconds));
        (moment.LastMillisecond - moment.FirstMillisecond).ShouldBe(milliseconds - 1);
    }

    [Fact]
    public void Parse_WhenFinerThanAMillisecond_IsTheMillisecondAroundIt()
    {
        var moment = Moment.Parse(TestJson.Parse("\"2026-03-04T05:06:07.1239Z\"")).ShouldSucceed();

        (moment.FirstMillisecond, moment.LastMillisecond).ShouldBe((1772600767123, 1772600767123));
    }

    [Fact]
    public void Parse_WhenTheLastDay_EndsWithTime() =>
        Moment.Parse(TestJson.Parse("\"9999-12-31\"")).ShouldSucceed().End.ShouldBe(DateTimeOffset.MaxValue);

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"\"")]
    [InlineData("\"3 May\"")]
    [InlineData("\"2026-13-01\"")]
    [InlineData("\"2026-03-04 05:06\"")]
    [InlineData("\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e400")]
    [InlineData("9223372036854775807")]
    [InlineData("true")]
    [InlineData("{}")]
    public void Parse_WhenAnythingElse_Fails(string json) =>
        Moment.Parse(TestJson.Parse(json)).Error.ShouldNotBeNull().Code.ShouldBe("Moment.Invalid");
}
