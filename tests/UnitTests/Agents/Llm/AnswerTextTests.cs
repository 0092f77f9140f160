using System.Globalization;
using System.Text;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Agents.Llm;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Agents.Llm;

public sealed class AnswerTextTests
{
    private static readonly string[] Pieces =
        ["a", " ", "\n", "é", "e\u0301", "😀", "\ud83d", "\ude00", "👩\u200d👩\u200d👧", "\0", "\u0007", "\u0085", "中", "\r\n", "🇫🇷", "word "];

    [Theory]
    [InlineData("How do you do?", "How do you do?")]
    [InlineData("  \n framed \t", "framed")]
    [InlineData("a\0b\u001b[31mc\u0085d\te\r\nf", "ab[31mcd\te\r\nf")]
    [InlineData("", null)]
    [InlineData(" \n\u0000 ", null)]
    public void Finish_OfOnePiece_KeepsWhatAMessageMayHold(string piece, string? text)
    {
        var answer = new AnswerText();

        answer.Append(piece);

        answer.Finish().ShouldBe(text);
    }

    [Fact]
    public void Finish_OfHalvesOfPairs_LeavesThemOut()
    {
        var answer = new AnswerText();

        answer.Append("half\ud83d and \ude00half\ud83d");

        answer.Finish().ShouldBe("half and half");
    }

    [Fact]
    public void Finish_WhenAPairComesInTwoPieces_JoinsIt()
    {
        var answer = new AnswerText();

        answer.Append("\ud83d");
        answer.Append("\ude00");

        answer.Finish().ShouldBe("😀");
    }

    [Fact]
    public void TakeNew_WhenAPairComesInTwoPieces_WaitsForTheSecond()
    {
        var answer = new AnswerText();

        answer.Append("a\ud83d");
        answer.TakeNew().ShouldBe("a");
        answer.TakeNew().ShouldBeEmpty();
        answer.Append("\ude00");

        answer.TakeNew().ShouldBe("😀");
    }

    [Fact]
    public void TakeNew_WhateverWasSaidAndWhenever_GivesTheAnswerInPieces() => Prop.ForAll(
        Gen.Elements(Pieces).ListOf(200).ToArbitrary(),
        pieces =>
        {
            var (answer, taken) = (new AnswerText(), "");
            foreach (var piece in pieces)
            {
                answer.Append(piece);
                taken += answer.TakeNew();
                taken.ShouldBe(taken.TrimEnd());
            }
            taken.ShouldBe(answer.Finish() ?? "");
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("x", 4000)]
    [InlineData("😀", 4000)]
    [InlineData("e\u0301", 2000)]
    [InlineData("👩\u200d👩\u200d👧", 800)]
    public void Finish_WhenTooMuchWasSaid_CutsBehindTheLastWholeCharacterThatFits(string character, int fits)
    {
        foreach (var before in new[] { 0, 1 })
        {
            var answer = new AnswerText();
            answer.Append(new string('!', before));
            while (!answer.IsFull) answer.Append(character);

            var expected = new string('!', before) + string.Concat(Enumerable.Repeat(character, fits - (before == 0 ? 0 : 1)));
            answer.Finish().ShouldBe(expected);
        }
    }

    [Fact]
    public void Finish_WhenOneCharacterIsEndless_IsCutAllTheSame()
    {
        var answer = new AnswerText();
        answer.Append("e");
        while (!answer.IsFull) answer.Append("\u0301");

        answer.Finish()!.EnumerateRunes().Count().ShouldBe(MessageContent.MaxLength);
    }

    [Fact]
    public void Finish_WhateverWasSaid_IsAMessageOrNothing() => Prop.ForAll(
        Gen.Elements(Pieces).ListOf(200).ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(),
        (pieces, times) =>
        {
            var answer = new AnswerText();
            for (var time = 0; time < times; time++)
            {
                foreach (var piece in pieces) answer.Append(piece);
            }
            var text = answer.Finish();
            if (text is null) return;

            MessageContent.Create(text).Error.ShouldBeNull();
            var whole = string.Concat(string.Concat(Enumerable.Repeat(string.Concat(pieces), times)).EnumerateRunes().Where(IsKept)).Trim();
            whole.ShouldStartWith(text);
            var ends = StringInfo.ParseCombiningCharacters(whole).Append(whole.Length);
            ends.Any(end => whole[..end].TrimEnd() == text).ShouldBeTrue("the cut lies behind a whole character");
        }).QuickCheckThrowOnFailure();

    /// <summary>Halves of pairs are read as the replacement character, which is no piece of its own.</summary>
    private static bool IsKept(Rune rune) => rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || rune.Value is '\t' or '\r' or '\n');
}
