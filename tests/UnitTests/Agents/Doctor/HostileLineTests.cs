using Eliza.Infrastructure.Agents.Doctor;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Agents.Doctor;

public sealed class HostileLineTests
{
    private const int LongestLine = 4000;

    private static readonly DoctorEngine Engine = new(DoctorScript.Embedded);

    /// <summary>Every keyword of the script: a line of them stacks all there is and reaches every pattern.</summary>
    private static readonly string[] Keywords = [.. DoctorScript.Embedded.Keywords.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> HostileLines =>
    [
        "", " ", "\0", "🙂", "...!?", "' - '", "\uD800", "\uDC00\uD800 my \uDFFF", "my \u202Eevil\u0007", "<script>my alert(1)</script>",
        "my javascript:alert(1)", "I need javascript:alert(1)", "I was data:text/html", "{3} my {4}", "(newkey) (=what) my (pre", "my\r\nmother\t\v",
        "İ ı ẞ my ǅ", "my שלום مرحبا हिन्दी", string.Join(' ', Keywords), string.Join(' ', Keywords.Reverse()),
    ];

    [Theory]
    [MemberData(nameof(HostileLines))]
    public void Answer_WhenLineIsHostile_IsAWellFormedMessage(string line)
    {
        Check(line);
        Check(Fill(line + " "));
        foreach (var keyword in Keywords) Check(Fill($"{keyword} {line} "));
    }

    [Fact]
    public void Answer_WhenLineIsAnyText_IsAWellFormedMessage() =>
        Prop.ForAll<string, int>((text, number) =>
        {
            var keyword = Keywords[(number & int.MaxValue) % Keywords.Length];
            Check(text ?? "");
            Check(Fill($"{keyword} {text}"));
            Check(Fill($"{text} {keyword} "));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Answer_WhenLineIsAnyUtf16_IsAWellFormedMessage() =>
        Prop.ForAll<ushort[]>(units => Check(string.Concat("my ", new string([.. units.Select(unit => (char)unit)])))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a")]
    [InlineData("i")]
    [InlineData("my")]
    [InlineData("you i")]
    [InlineData("you are think i")]
    public void Answer_WhenEchoIsLongerThanAMessage_IsCutAtAWord(string words)
    {
        var line = Fill($"{words} ");

        foreach (var keyword in Keywords) Check(Fill($"{keyword} ") + line);
        Check($"my {new string('x', LongestLine)}");
    }

    [Fact]
    public void Answer_WhenAskedByManyThreads_IsTheSame()
    {
        var lines = Keywords.Select(keyword => $"{keyword} my mother").ToArray();
        var expected = lines.Select(line => Engine.Answer(DoctorState.Initial, line)).ToArray();

        Parallel.For(0, lines.Length * 20, index =>
            Engine.Answer(DoctorState.Initial, lines[index % lines.Length]).ShouldBe(expected[index % lines.Length]));
    }

    /// <summary>Asks four times, so that the rotations move on and memories gather.</summary>
    private static void Check(string line)
    {
        var state = DoctorState.Initial;
        Engine.Answer(state, line).ShouldBe(Engine.Answer(state, line));
        for (var turn = 0; turn < 4; turn++)
        {
            var answer = Engine.Answer(state, line);
            WellFormed(answer.Reply).ShouldBeTrue($"{answer.Reply} in answer to {line}");
            answer.State.Memories.ShouldAllBe(memory => WellFormed(memory));
            state = answer.State;
        }
    }

    private static bool WellFormed(string reply) =>
        reply.Length is > 0 and <= LongestLine
        && reply.Any(char.IsLetter)
        && !reply.Any(unit => char.IsControl(unit) || char.IsSurrogate(unit) || "<>&={}()/".Contains(unit))
        && !reply.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
        && !reply.Contains("data:", StringComparison.OrdinalIgnoreCase);

    private static string Fill(string text) =>
        string.Concat(Enumerable.Repeat(text, LongestLine / Math.Max(1, text.Length) + 1))[..LongestLine];
}
