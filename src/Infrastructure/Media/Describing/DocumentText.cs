using Eliza.Domain.Media;

namespace Eliza.Infrastructure.Media.Describing;

/// <summary>Reads what a document says. Only the process that is made for it does so: the reader may loop, or take all memory.</summary>
internal static class DocumentText
{
    private const byte FirstOfArchive = (byte)'P';

    /// <summary>As much of the text as a description holds; empty when it says nothing.</summary>
    /// <exception cref="Exception">It cannot be read: any, as it may be anything.</exception>
    public static string Read(string path)
    {
        var text = new TidyText(MediaDescription.MaxLength);
        using var file = File.OpenRead(path);
        var first = file.ReadByte();
        file.Position = 0;
        if (first == FirstOfArchive) DocxText.Read(file, text);
        else PdfText.Read(file, text);
        return text.ToString();
    }
}
