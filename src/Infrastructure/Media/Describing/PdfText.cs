using Eliza.Domain.Media;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Eliza.Infrastructure.Media.Describing;

/// <summary>The text of a PDF, page by page. One that takes a password is not read.</summary>
internal static class PdfText
{
    public static void Read(Stream file, TidyText text)
    {
        using var document = PdfDocument.Open(file, new ParsingOptions { SkipMissingFonts = true });
        for (var page = 1; page <= document.NumberOfPages && !text.IsFull; page++)
        {
            text.Append(ContentOrderTextExtractor.GetText(document.GetPage(page)));
            text.Append("\n");
        }
    }
}
