using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.UnitTests.Agents.Doctor;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Hello World", "hello world")]
    [InlineData("don’t DON'T", "don't don't")]
    [InlineData("'quoted' -dashed- rock'n'roll", "quoted dashed rock'n'roll")]
    [InlineData("well-known well--known", "well-known well known")]
    [InlineData("<script>alert(1)</script>", "script alert 1 script")]
    [InlineData("a\0b\u200Bc\u202Ed\u0007e", "a b c d e")]
    [InlineData("je suis désolé", "je suis désolé")]
    [InlineData("Привет, МИР", "привет , мир")]
    [InlineData("我很不开心", "我很不开心")]
    [InlineData("🙂👩‍👩‍👧 ok 🏳️‍🌈", "ok")]
    [InlineData("\uD83D half \uDE42", "half")]
    [InlineData("a.b!c", "a . b ! c")]
    [InlineData("' - '' -'-", "")]
    public void Tokens_WhenTextHasAnyCharacters_KeepsOnlyWordsAndDelimiters(string text, string tokens) =>
        string.Join(' ', WordReader.Tokens(text)).ShouldBe(tokens);

    [Theory]
    [InlineData("don't", true)]
    [InlineData("Don't", false)]
    [InlineData("no one", false)]
    [InlineData("but", false)]
    [InlineData(",", false)]
    [InlineData("", false)]
    [InlineData("don’t", false)]
    public void IsWord_WhenALineCouldNotBringItUp_IsFalse(string text, bool word) => WordReader.IsWord(text).ShouldBe(word);
}
