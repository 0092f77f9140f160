using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common;

public sealed class MetadataTests
{
    private const int MaxBytes = 16 * 1024;
    private const string KeyRule = "must have keys of letters, digits, hyphens and underscores only";

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{ "a" : [ 1, true, null, "b" ] , "C-d_9": {} }""", """{"a":[1,true,null,"b"],"C-d_9":{}}""")]
    [InlineData("""{"a":1.50e+2}""", """{"a":1.50e+2}""")]
    [InlineData("""{"a":"\u00e9 <b> 🙂"}""", """{"a":"é <b> 🙂"}""")]
    [InlineData("""{"a":"\ud83d\ude42 \\ud83d\\ude42"}""", """{"a":"🙂 \\ud83d\\ude42"}""")]
    [InlineData("""{"a":"\u0000\n\u001F\/"}""", """{"a":"\u0000\n\u001F/"}""")]
    public void Create_WhenFine_KeepsItCompact(string json, string expected) =>
        Metadata.Create(TestJson.Parse(json)).ShouldSucceed().Json.ShouldBe(expected);

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"a":1}""", "{}")]
    [InlineData("""{"a":1,"b":{"a":2}}""", """{"b":{"a":2}}""")]
    [InlineData("""{"A":1}""", """{"A":1}""")]
    public void Without_WhenAFieldIsNamed_LeavesItOutAtTheTopAlone(string json, string expected) =>
        Metadata.FromTrusted(json).Without("a").Json.ShouldBe(expected);

    [Fact]
    public void With_WhenAListIsGiven_HoldsIt() => Metadata.FromTrusted("""{"b":1}""").With("a", ["x", "é"]).Json.ShouldBe("""{"b":1,"a":["x","é"]}""");

    [Theory]
    [InlineData("[]")]
    [InlineData("\"{}\"")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("null")]
    public void Create_WhenNoObject_Fails(string json) =>
        Metadata.Create(TestJson.Parse(json)).ShouldBreakRule("Metadata.NotAnObject", "must be a JSON object");

    [Theory]
    [InlineData("""{"":1}""")]
    [InlineData("""{"a b":1}""")]
    [InlineData("""{"a.b":1}""")]
    [InlineData("""{"é":1}""")]
    [InlineData("""{"$where":1}""")]
    [InlineData("""{"a":{"b c":1}}""")]
    [InlineData("""{"a":[{"b":{"c!":1}}]}""")]
    public void Create_WhenAKeyIsOdd_Fails(string json) => Metadata.Create(TestJson.Parse(json)).ShouldBreakRule("Metadata.Invalid", KeyRule);

    [Theory]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"a":["\ude42\ud83d"]}""")]
    [InlineData("""{"\ud83d":1}""")]
    [InlineData("""{"a":{"\ude42":1}}""")]
    public void Create_WhenASurrogateIsUnpaired_Fails(string json) =>
        Metadata.Create(TestJson.Parse(json)).ShouldBreakRule("Metadata.Invalid", "must not contain unpaired surrogates");

    [Theory]
    [InlineData("""{"a":1e999}""")]
    [InlineData("""{"a":[-1e400]}""")]
    public void Create_WhenANumberIsOutOfRange_Fails(string json) =>
        Metadata.Create(TestJson.Parse(json)).ShouldBreakRule("Metadata.Invalid", "must not contain a number out of range");

    [Theory]
    [InlineData("""{"a":1e308}""")]
    [InlineData("""{"a":1e-999}""")]
    [InlineData("""{"a":123456789012345678901234567890}""")]
    public void Create_WhenANumberIsMerelyLongOrSmall_KeepsItsDigits(string json) => Metadata.Create(TestJson.Parse(json)).ShouldSucceed().Json.ShouldBe(json);

    [Fact]
    public void Create_WhenOfLevels_SucceedsUpToFive()
    {
        Metadata.Create(TestJson.ObjectOfLevels(5)).ShouldSucceed();
        Metadata.Create(TestJson.ObjectOfLevels(6)).ShouldBreakRule("Metadata.Invalid", "must be at most 5 levels deep");
    }

    [Fact]
    public void Create_WhenListsAreNested_CountsThemAsLevels()
    {
        Metadata.Create(TestJson.Parse("""{"a":[[[[1]]]]}""")).ShouldSucceed();
        Metadata.Create(TestJson.Parse("""{"a":[[[[[]]]]]}""")).ShouldFail("Metadata.Invalid");
    }

    [Fact]
    public void Create_WhenOfBytes_SucceedsUpToTheLimit()
    {
        Metadata.Create(TestJson.ObjectOfBytes(MaxBytes)).ShouldSucceed();
        Metadata.Create(TestJson.ObjectOfBytes(MaxBytes + 1)).ShouldBreakRule("Metadata.TooLarge", "must be at most 16 KB of JSON");
    }

    [Fact]
    public void Create_WhenLettersTakeSeveralBytes_CountsBytes()
    {
        var room = MaxBytes - """{"a":""}""".Length;

        Metadata.Create(TestJson.Parse($$"""{"a":"{{new string('é', room / 2)}}"}""")).ShouldSucceed();
        Metadata.Create(TestJson.Parse($$"""{"a":"{{new string('é', room / 2 + 1)}}"}""")).ShouldFail("Metadata.TooLarge");
    }

    [Fact]
    public void Create_WhenEmojisAreSent_CountsFourBytesEach()
    {
        var emojis = string.Concat(Enumerable.Repeat("🙂", (MaxBytes - """{"a":""}""".Length) / 4));

        Metadata.Create(TestJson.Parse($$"""{"a":"{{emojis}}"}""")).ShouldSucceed();
        Metadata.Create(TestJson.Parse($$"""{"a":"{{emojis}}🙂"}""")).ShouldFail("Metadata.TooLarge");
    }

    [Theory]
    [InlineData('\u3000')]
    [InlineData('\u00a0')]
    [InlineData('\u2028')]
    [InlineData('\ue000')]
    public void Create_WithCharactersThatTheSerializerEscapes_CountsThemAsTheyAre(char character)
    {
        var text = new string(character, (MaxBytes - """{"a":""}""".Length) / System.Text.Encoding.UTF8.GetByteCount([character]));

        Metadata.Create(TestJson.Parse($$"""{"a":"{{text}}"}""")).ShouldSucceed().Json.ShouldBe($$"""{"a":"{{text}}"}""");
    }

    [Fact]
    public void Create_WhenOnlyItsBlanksAreTooMany_Succeeds() =>
        Metadata.Create(TestJson.Parse("{" + new string(' ', MaxBytes) + "}")).ShouldSucceed().ShouldBe(Metadata.Empty);

    [Theory]
    [InlineData("""{"isPrivate":true}""", true)]
    [InlineData("""{"isPrivate":false}""", false)]
    [InlineData("""{"isPrivate":"true"}""", false)]
    [InlineData("""{"isPrivate":1}""", false)]
    [InlineData("""{"inner":{"isPrivate":true}}""", false)]
    [InlineData("{}", false)]
    public void Flag_WhenAskedForAField_IsWhetherItSaysTrue(string json, bool expected) => Metadata.FromTrusted(json).Flag("isPrivate").ShouldBe(expected);

    [Fact]
    public void With_WhenFieldIsNew_KeepsTheOthers()
    {
        var metadata = Metadata.FromTrusted("""{"a":[1.50,{"b":null}]}""").With("name", "\"É\" \u0007");

        TestJson.Parse(metadata.Json).GetProperty("name").GetString().ShouldBe("\"É\" \u0007");
        metadata.Json.ShouldStartWith("""{"a":[1.50,{"b":null}],""");
    }

    [Fact]
    public void With_WhenFieldIsThere_ReplacesIt() => Metadata.Empty.With("a", "1").With("a", "2").Json.ShouldBe("""{"a":"2"}""");

    [Fact]
    public void With_WhenCalled_LeavesTheOriginalAlone()
    {
        Metadata.Empty.With("a", "1");

        Metadata.Empty.Json.ShouldBe("{}");
    }
}
