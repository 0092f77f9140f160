using Eliza.Application.Common;

namespace Eliza.UnitTests.Common;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Bootstrap key")]
    [InlineData("Zoë's 日本語 key 🔑")]
    public void OnOneLine_WhenPlain_IsTheTextItself(string text) => LogText.OnOneLine(text).ShouldBeSameAs(text);

    [Theory]
    [InlineData("a\tb\r\nc", "a?b??c")]
    [InlineData("a\0b\u001B[31mc\u007F\u0085", "a?b?[31mc??")]
    [InlineData("a\u2028b\u2029c", "a?b?c")]
    [InlineData("key\u202Eyek\u2066\u200B\uFEFF", "key?yek???")]
    public void OnOneLine_WhenItHasWhatIsNotSeen_ShowsAMarkInItsPlace(string text, string expected) => LogText.OnOneLine(text + "🔑").ShouldBe(expected + "🔑");
}
