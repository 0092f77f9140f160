using System.Text;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Input;

namespace Eliza.UnitTests.Input;

public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData(" {\"a\":[1,null,true]} ")]
    [InlineData("\uFEFF{}")]
    [InlineData("""{"a":"\ud83d\ude00","b":"\\ud800","A":1}""")]
    public void Parse_OfAnObject_ReadsIt(string json)
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(json), out var error);
        document.ShouldNotBeNull();
        error.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{'a':1}")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":{"b":1,"\u0062":2}}""")]
    public void Parse_OfWhatIsNoJsonOrSaysSomethingTwice_SaysWhere(string json) => ErrorOf(Encoding.UTF8.GetBytes(json)).ShouldContain("not valid JSON, repeats a key");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\"{}\"")]
    public void Parse_OfAnotherValue_AsksForAnObject(string json) => ErrorOf(Encoding.UTF8.GetBytes(json)).ShouldBe(TransportErrors.NotAnObject.Details);

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":["\uDC00\uD800"]}""")]
    [InlineData("""{"\udfff":1}""")]
    [InlineData("""{"\ud800":1,"\ud800":2}""")]
    public void Parse_OfHalfACharacter_SaysSo(string json) => ErrorOf(Encoding.UTF8.GetBytes(json)).ShouldBe(TransportErrors.LoneSurrogate.Details);

    [Fact]
    public void Parse_OfOtherBytes_AsksForUtf8() => ErrorOf([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']).ShouldBe(TransportErrors.NotUtf8.Details);

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Parse_OfDeepNesting_EndsAt32Levels(int depth, bool isRead)
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(json), out _);
        (document is not null).ShouldBe(isRead);
    }

    private static string ErrorOf(byte[] json)
    {
        StrictJson.Parse(json, out var error).ShouldBeNull();
        return error.ShouldNotBeNull().Details;
    }
}
