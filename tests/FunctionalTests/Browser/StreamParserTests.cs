using Eliza.WebApi.Pages;

namespace Eliza.FunctionalTests.Browser;

[Collection(ChatBrowser.Name)]
[Trait("Database", "Once")]
public sealed class StreamParserTests(ChatBrowser browser)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Parser_HoweverTheTextIsCut_GivesTheSameEvents(int size)
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync();

        var events = await tab.Page.EvaluateAsync<string>(
            """
            async ([path, size]) => {
              const { EventParser } = await import(path);
              const events = [];
              const parser = new EventParser((...event) => events.push(event));
              const text = ': keep-alive\n\nid: 7\nevent: one\ndata: {"a":\ndata: 1}\n\nevent: two\r\ndata:no space\r\n\r\nid: 8\n\ndata\n\nevent: cut\ndata: off';
              for (let at = 0; at < text.length; at += size) parser.feed(text.slice(at, at + size));
              return JSON.stringify(events);
            }
            """,
            new object[] { $"/assets/{PageFiles.Read().Version}/eventparser.js", size });

        events.ShouldBe("""[["one","{\"a\":\n1}","7"],["two","no space",null],["message","",null]]""");
    }
}
