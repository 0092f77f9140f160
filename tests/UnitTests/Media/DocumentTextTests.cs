using System.Xml;
using Eliza.Infrastructure.Media.Describing;
using Eliza.UnitTests.TestData;
using UglyToad.PdfPig.Exceptions;

namespace Eliza.UnitTests.Media;

/// <summary>What documents say, and that hostile ones are refused; that they cannot do worse either is for the process that reads them.</summary>
public sealed class DocumentTextTests
{
    [Fact]
    public void Read_OfAPdf_IsItsTextPageByPage() =>
        Read(DocumentSamples.Pdf(["Quarterly report", "Sales rose"], ["Second page"])).ShouldBe("Quarterly report\nSales rose\nSecond page");

    [Fact]
    public void Read_OfALongPdf_EndsInAnEllipsis()
    {
        var lines = Enumerable.Range(0, 30).Select(line => $"This is line {line} of a document with many pages").ToArray();

        var text = Read(DocumentSamples.Pdf([.. Enumerable.Repeat(lines, 20)]));

        text.Length.ShouldBeInRange(3990, 4000);
        text.ShouldEndWith("…");
        text.ShouldStartWith("This is line 0 of a document with many pages\nThis is line 1 of");
    }

    [Fact]
    public void Read_OfAPdfWithoutText_IsEmpty() => Read(DocumentSamples.Pdf([])).ShouldBe("");

    [Fact]
    public void Read_OfAPdfWithAPassword_Fails() => Should.Throw<PdfDocumentEncryptedException>(() => Read(DocumentSamples.EncryptedPdf()));

    [Fact]
    public void Read_OfADocx_IsItsTextParagraphByParagraph() => Read(DocumentSamples.Docx(
        """
        <w:p><w:r><w:t xml:space="preserve">Dear </w:t></w:r><w:r><w:t>Ada &amp; Bob,</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t/></w:r></w:p>
        <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
        <mc:t>no text of Word's</mc:t>
        <w:p><w:r><w:t><![CDATA[<end>]]></w:t></w:r></w:p>
        """)).ShouldBe("Dear Ada & Bob,\none two\nthree\nBox\n<end>");

    [Theory]
    [InlineData("word/document2.xml", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")]
    [InlineData("word/document.xml", "http://purl.oclc.org/ooxml/wordprocessingml/main")]
    public void Read_OfADocxOfOtherPrograms_FindsItsText(string part, string word) =>
        Read(DocumentSamples.DocxOf(part, $"<d:document xmlns:d=\"{word}\"><d:body><d:p><d:r><d:t>Hello</d:t></d:r></d:p></d:body></d:document>")).ShouldBe("Hello");

    /// <summary>Ten words that each mean ten of the next would be a thousand million; a file of the server's would be told to everybody.</summary>
    [Theory]
    [InlineData("""<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>""", "&b;")]
    [InlineData("""<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>""", "&a;")]
    [InlineData("""<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">""", "x")]
    [InlineData("", "&unknown;")]
    public void Read_OfADocxThatDeclaresATypeOfItsOwn_Fails(string declaration, string text) => Should.Throw<XmlException>(() => Read(DocumentSamples.DocxOf(
        "word/document.xml",
        $"""{declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:t>{text}</w:t></w:p></w:document>""")));

    [Fact]
    public void Read_OfADocxThatUnpacksWithoutEnd_Fails()
    {
        var bomb = DocumentSamples.DocxBomb(megabytes: 40);
        bomb.Length.ShouldBeLessThan(100_000);

        Should.Throw<XmlException>(() => Read(bomb)).Message.ShouldContain("limit");
    }

    [Fact]
    public void Read_OfAnArchiveThatIsNoDocument_Fails()
    {
        Should.Throw<InvalidDataException>(() => Read(MediaSamples.Docx));
        Should.Throw<XmlException>(() => Read(DocumentSamples.DocxOf("word/document.xml", "no XML")));
        Should.Throw<InvalidDataException>(() => Read(DocumentSamples.DocxOfParagraphs("Hello")[..^60]));
    }

    [Fact]
    public void Read_OfWhatIsNoDocument_Fails()
    {
        Should.Throw<Exception>(() => Read(MediaSamples.OfLength(MediaSamples.Pdf, 100_000)));
        Should.Throw<Exception>(() => Read(MediaSamples.Html));
    }

    private static string Read(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return DocumentText.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
