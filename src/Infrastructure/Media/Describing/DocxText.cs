using System.IO.Compression;
using System.Xml;
using Eliza.Domain.Media;

namespace Eliza.Infrastructure.Media.Describing;

/// <summary>The text of a Word document: of its main part, paragraph by paragraph, without headers, notes and what was deleted.</summary>
internal static class DocxText
{
    private const int MaxEntries = 10_000;

    /// <summary>As far as a part is unpacked; a long book is shorter.</summary>
    private const int MaxCharacters = 32 * 1024 * 1024;

    private const string UsualPart = "word/document.xml";

    private static readonly string[] Word =
        ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"];

    /// <exception cref="InvalidDataException">It is no Word document, or a bomb.</exception>
    /// <exception cref="XmlException">It is not well-formed, declares a type of its own, or does not end.</exception>
    public static void Read(Stream file, TidyText text)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        if (archive.Entries.Count > MaxEntries) throw new InvalidDataException("The archive has too many entries.");
        var part = archive.GetEntry(MainPartOf(archive)) ?? throw new InvalidDataException("The archive has no main part.");
        using var reader = Open(part);
        while (!text.IsFull && reader.Read()) Take(reader, text);
    }

    private static void Take(XmlReader reader, TidyText text)
    {
        // The same again, for programs that do not know the form before it.
        while (reader is { NodeType: XmlNodeType.Element, LocalName: "Fallback" }) reader.Skip();
        if (!Word.Contains(reader.NamespaceURI)) return;
        switch (reader.NodeType, reader.LocalName)
        {
            case (XmlNodeType.Element, "t"):
                TakeText(reader, text);
                break;
            case (XmlNodeType.Element, "tab"):
                text.Append(" ");
                break;
            case (XmlNodeType.Element, "br" or "cr") or (XmlNodeType.EndElement, "p"):
                text.Append("\n");
                break;
        }
    }

    /// <summary>Texts have no parts of their own; should there be any, they are passed over.</summary>
    private static void TakeText(XmlReader reader, TidyText text)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) text.Append(reader.Value);
        }
    }

    /// <summary>Nearly all programs give it the same name.</summary>
    private static string MainPartOf(ZipArchive archive)
    {
        if (archive.GetEntry("_rels/.rels") is not { } relations) return UsualPart;
        using var reader = Open(relations);
        while (reader.ReadToFollowing("Relationship"))
        {
            if (reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) is true && reader.GetAttribute("Target") is { } target)
                return target.TrimStart('/');
        }
        return UsualPart;
    }

    /// <summary>Without declarations of types, which may multiply what is written or name other files.</summary>
    private static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(
        part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxCharacters, CloseInput = true });
}
