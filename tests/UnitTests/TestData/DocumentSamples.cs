using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Eliza.UnitTests.TestData;

/// <summary>Whole documents, well-made and hostile ones.</summary>
internal static class DocumentSamples
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A PDF with these lines on each page.</summary>
    public static byte[] Pdf(params string[][] pages)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var lines in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            for (var line = 0; line < lines.Length; line++) page.AddText(lines[line], 12, new PdfPoint(40, 780 - line * 20), font);
        }
        return builder.Build();
    }

    /// <summary>A PDF that opens with a password alone: the entries that are to prove one prove none.</summary>
    public static byte[] EncryptedPdf()
    {
        var proof = $"<{new string('4', 64)}>";
        return PdfOf(
            ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
                $"<< /Filter /Standard /V 1 /R 2 /P -4 /O {proof} /U {proof} >>"],
            "/Encrypt 4 0 R /ID [<00><00>]");
    }

    /// <summary>A PDF whose page unpacks to that many bytes of blanks.</summary>
    public static byte[] PdfBomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (var count = 0; count < megabytes; count++) zip.Write(blanks);
        }
        return PdfOf(
            ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
                $"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream"],
            "");
    }

    /// <summary>A Word document whose body is this XML, in which <c>w:</c> is Word's namespace.</summary>
    public static byte[] Docx(string body) => DocxOf(
        "word/document.xml", $"""<?xml version="1.0"?><w:document xmlns:w="{Word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>""");

    /// <summary>A Word document of these paragraphs.</summary>
    public static byte[] DocxOfParagraphs(params string[] paragraphs) => Docx(string.Concat(paragraphs.Select(text => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")));

    /// <summary>A Word document whose main part has that name, and holds that.</summary>
    public static byte[] DocxOf(string part, string xml) => DocxOf(part, Encoding.UTF8.GetBytes(xml));

    public static byte[] DocxOf(string part, params IEnumerable<byte[]> content)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", "<Types/>"u8.ToArray());
            Add(archive, "_rels/.rels", Encoding.UTF8.GetBytes(
                $"""<Relationships><Relationship Id="1" Type="http://x/core-properties" Target="docProps/core.xml"/><Relationship Id="2" Type="http://x/officeDocument" Target="/{part}"/></Relationships>"""));
            Add(archive, part, content);
        }
        return file.ToArray();
    }

    /// <summary>A Word document whose main part unpacks to that many megabytes and says nothing: a few kilobytes.</summary>
    public static byte[] DocxBomb(int megabytes)
    {
        var blanks = new byte[1024 * 1024];
        Array.Fill(blanks, (byte)' ');
        return DocxOf("word/document.xml", [Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Word}\">"), .. Enumerable.Repeat(blanks, megabytes), "</w:document>"u8.ToArray()]);
    }

    private static void Add(ZipArchive archive, string name, params IEnumerable<byte[]> content)
    {
        using var entry = archive.CreateEntry(name).Open();
        foreach (var bytes in content) entry.Write(bytes);
    }

    /// <summary>Objects from 1 on, the first being the catalogue, with what else the trailer says.</summary>
    private static byte[] PdfOf(string[] objects, string trailer)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var number = 1; number <= objects.Length; number++)
        {
            places.Add(pdf.Length);
            pdf.Append($"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) pdf.Append($"{place:D10} 00000 n \n");
        pdf.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
