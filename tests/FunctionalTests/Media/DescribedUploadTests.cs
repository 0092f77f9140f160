using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Media;

/// <summary>What the server finds out about a file when it is uploaded; documents are read by a process of its own.</summary>
public sealed class DescribedUploadTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("report.pdf", "application/pdf", "Quarterly report\nSales rose")]
    [InlineData("letter.docx", MediaSamples.DocxType, "Dear Ada,\nGrüße aus 東京 🙂")]
    [InlineData("photo.png", "image/png", "PNG image, 1 × 1 pixels")]
    [InlineData("photo.gif", "image/gif", "GIF image, 1 × 1 pixels")]
    [InlineData("photo.jpg", "image/jpeg", "JPG image, 640 × 480 pixels")]
    [InlineData("song.mp3", "audio/mpeg", null)]
    [InlineData("clip.mp4", "video/mp4", null)]
    [InlineData("empty.pdf", "application/pdf", null)]
    public async Task Upload_OfAFile_TellsWhatItShowsOrSays(string name, string type, string? description)
    {
        var channel = await ChannelAsync();
        var bytes = SampleOf(name);

        var answer = (await _api.UploadAsync(channel, bytes, name, type, key: $"{name}-1")).ShouldBe(200);

        answer.Data.GetProperty("description").GetString().ShouldBe(description);
        answer.Json.GetProperty("description").GetString().ShouldBe(description);
        var again = (await _api.UploadAsync(channel, bytes, name, type, key: $"{name}-1")).ShouldBe(200);
        (again.WasReplayed, again.Text).ShouldBe((true, answer.Text));
    }

    [Fact]
    public async Task Upload_OfALongDocument_TellsItsBeginning()
    {
        var letter = DocumentSamples.DocxOfParagraphs([.. Enumerable.Repeat("🙂 and so on", 50_000)]);

        var description = (await _api.UploadAsync(await ChannelAsync(), letter, "long.docx", MediaSamples.DocxType)).ShouldBe(200).Data.GetProperty("description").GetString()!;

        description.EnumerateRunes().Count().ShouldBe(4000);
        description.ShouldStartWith("🙂 and so on\n🙂 and so on\n");
        description.ShouldEndWith("…");
    }

    [Theory]
    [InlineData("password.pdf", "it cannot be read")]
    [InlineData("made up.pdf", "it cannot be read")]
    [InlineData("cut off.pdf", "it cannot be read")]
    [InlineData("bomb.docx", "it cannot be read")]
    [InlineData("type.docx", "it cannot be read")]
    [InlineData("no part.docx", "it cannot be read")]
    [InlineData("empty.png", "its header tells no size")]
    [InlineData("huge.png", "its header tells no size")]
    [InlineData("cut off.png", "its header tells no size")]
    [InlineData("empty.gif", "its header tells no size")]
    [InlineData("cut off.jpg", "its header tells no size")]
    public async Task Upload_OfAHostileFile_IsStoredWithoutADescription(string name, string reason)
    {
        var channel = await ChannelAsync();

        var answer = (await _api.UploadAsync(channel, HostileSampleOf(name), name, null)).ShouldBe(200).Data;

        answer.GetProperty("description").GetString().ShouldBeNull();
        (await _api.GetAsync(answer.GetProperty("url").GetString()!)).ShouldBe(200);
        var line = factory.Log.Lines.Where(line => line.Contains($"File {answer.GetProperty("id").GetString()} ")).ShouldHaveSingleItem();
        line.ShouldStartWith("Information Eliza.Infrastructure.Media.Describing.MediaDescriber");
        line.ShouldContain($" has no description: {reason} ");
        line.ShouldNotContain(name);
    }

    /// <summary>It needs more memory than its reader has, and leaves us ours. The reader may know how to go on without that page.</summary>
    [Fact]
    public async Task Upload_OfAPdfThatUnpacksToHundredsOfMegabytes_IsStoredWithoutADescription()
    {
        var bomb = DocumentSamples.PdfBomb(megabytes: 400);
        bomb.Length.ShouldBeLessThan(5_000_000);

        (await _api.UploadAsync(await ChannelAsync(), bomb, "bomb.pdf", null)).ShouldBe(200).Data.GetProperty("description").GetString().ShouldBeNull();
    }

    private static byte[] SampleOf(string name) => name switch
    {
        "report.pdf" => DocumentSamples.Pdf(["Quarterly report", "Sales rose"]),
        "empty.pdf" => DocumentSamples.Pdf([]),
        "letter.docx" => DocumentSamples.DocxOfParagraphs("Dear Ada,", "Grüße aus 東京 🙂"),
        "photo.png" => MediaSamples.Png,
        "photo.gif" => MediaSamples.Gif,
        "photo.jpg" => [.. MediaSamples.Jpeg, 0xFF, 0xC0, 0, 11, 8, 1, 0xE0, 2, 0x80, 3, 1, 0x22, 0],
        "song.mp3" => MediaSamples.Mp3,
        _ => MediaSamples.Mp4,
    };

    private static byte[] HostileSampleOf(string name) => name switch
    {
        "password.pdf" => DocumentSamples.EncryptedPdf(),
        "made up.pdf" => MediaSamples.OfLength(MediaSamples.Pdf, 100_000),
        "cut off.pdf" => DocumentSamples.Pdf(["Quarterly report"])[..200],
        "bomb.docx" => DocumentSamples.DocxBomb(megabytes: 100),
        "type.docx" => DocumentSamples.DocxOf("word/document.xml", """<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>"""),
        "no part.docx" => MediaSamples.Docx,
        "empty.png" => [.. MediaSamples.Png[..16], .. new byte[8], 8, 6, 0, 0, 0],
        "huge.png" => [.. MediaSamples.Png[..16], .. Enumerable.Repeat((byte)0x7F, 8), 8, 6, 0, 0, 0],
        "cut off.png" => MediaSamples.Png[..20],
        "empty.gif" => [.. MediaSamples.Gif[..6], 0, 0, 0, 0, .. MediaSamples.Gif[10..]],
        _ => MediaSamples.Jpeg,
    };

    private Task<Guid> ChannelAsync() => _api.CreateChannelAsync($"described-{Guid.CreateVersion7():N}");
}
