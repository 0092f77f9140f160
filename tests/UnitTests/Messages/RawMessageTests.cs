using System.Text;
using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Messages;

public sealed class RawMessageTests
{
    private const string Invalid = "Message.InvalidRawMessage";
    private const int MaxBytes = 16 * 1024;

    [Theory]
    [InlineData("{}")]
    [InlineData("\"as text\"")]
    [InlineData("""{ "any key!" : [1.50, { "é" : null }] }""")]
    [InlineData("""{"":"\u00e9\/"}""")]
    public void Create_WhenObjectOrString_KeepsItToTheLetter(string json) => RawMessage.Create(TestJson.Parse(json)).ShouldSucceed().Json.ShouldBe(json);

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("null")]
    public void Create_WhenNeitherObjectNorString_Fails(string json) =>
        RawMessage.Create(TestJson.Parse(json)).ShouldBreakRule(Invalid, "must be a JSON object or a string");

    [Theory]
    [InlineData("""{"a":1e999}""", "must not contain a number out of range")]
    [InlineData("""{"a":"\ud83d"}""", "must not contain unpaired surrogates")]
    [InlineData("""{"\ud83d":1}""", "must not contain unpaired surrogates")]
    [InlineData("\"\\ude42\"", "must not contain unpaired surrogates")]
    public void Create_WhenItHoldsWhatCannotBeKept_Fails(string json, string rule) => RawMessage.Create(TestJson.Parse(json)).ShouldBreakRule(Invalid, rule);

    [Fact]
    public void Create_WhenOfLevels_SucceedsUpToFive()
    {
        RawMessage.Create(TestJson.ObjectOfLevels(5)).ShouldSucceed();
        RawMessage.Create(TestJson.ObjectOfLevels(6)).ShouldBreakRule(Invalid, "must be at most 5 levels deep");
    }

    [Fact]
    public void Create_WhenOfBytes_SucceedsUpToTheLimit()
    {
        RawMessage.Create(TestJson.ObjectOfBytes(MaxBytes)).ShouldSucceed();
        RawMessage.Create(TestJson.ObjectOfBytes(MaxBytes + 1)).ShouldBreakRule("Message.RawMessageTooLarge", "must be at most 16 KB of JSON");
    }

    [Fact]
    public void Create_WhenLettersTakeSeveralBytes_CountsBytes()
    {
        var text = new string('猫', (MaxBytes - 2) / 3);
        Encoding.UTF8.GetByteCount($"\"{text}\"").ShouldBeLessThanOrEqualTo(MaxBytes);

        RawMessage.Create(TestJson.Parse($"\"{text}\"")).ShouldSucceed();
        RawMessage.Create(TestJson.Parse($"\"{text}猫\"")).ShouldFail("Message.RawMessageTooLarge");
    }
}
