using Eliza.FunctionalTests.Agents;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>The chunks of a stream, put together.</summary>
internal sealed class ToldText(ReplyStream stream, Guid question)
{
    private string _text = "";

    public int Chunks { get; private set; }

    /// <summary>Reads until exactly that was told. Blanks at the end may come with the next word.</summary>
    public async Task ReadUntilAsync(string text)
    {
        while (_text.TrimEnd() != text)
        {
            var chunk = await stream.NextAsync("chunk");
            chunk.GetProperty("messageId").GetGuid().ShouldBe(question);
            chunk.GetProperty("index").GetInt32().ShouldBe(Chunks++);
            _text += chunk.Text("chunk");
            text.ShouldStartWith(_text.TrimEnd());
        }
    }
}
