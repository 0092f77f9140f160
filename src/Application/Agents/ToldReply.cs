namespace Eliza.Application.Agents;

/// <summary>What a follower of a reply was told, and what brings it up to date.</summary>
public sealed class ToldReply
{
    private string _text = "";
    private int _attempt;
    private int _next;

    /// <summary>All that it was told of the present attempt.</summary>
    public string Text => _text;

    /// <summary>Null when it knows all that was written.</summary>
    public ReplyChunk? GoOn(ReplyDraft draft)
    {
        if (draft.Attempt != _attempt) (_text, _next) = ("", 0);
        _attempt = draft.Attempt;
        return BringTo(draft.Text);
    }

    /// <summary>Null when it knows the whole. A draft may have been left for another, so whatever does not go on from it begins anew.</summary>
    public ReplyChunk? BringTo(string text)
    {
        if (text == _text) return null;
        var chunk = text.StartsWith(_text, StringComparison.Ordinal) ? new ReplyChunk(_next, text[_text.Length..]) : new ReplyChunk(0, text);
        (_text, _next) = (text, chunk.Index + 1);
        return chunk;
    }
}
