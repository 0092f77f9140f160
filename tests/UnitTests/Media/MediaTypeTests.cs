using System.Text;
using Eliza.Domain.Media;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Media;

public sealed class MediaTypeTests
{
    private static readonly Dictionary<string, byte[]> Samples = new()
    {
        ["jpeg"] = MediaSamples.Jpeg,
        ["png"] = MediaSamples.Png,
        ["gif"] = MediaSamples.Gif,
        ["pdf"] = MediaSamples.Pdf,
        ["docx"] = MediaSamples.Docx,
        ["wav"] = MediaSamples.Wav,
        ["mp3"] = MediaSamples.Mp3,
        ["tagged mp3"] = MediaSamples.TaggedMp3,
        ["mp4"] = MediaSamples.Mp4,
        ["mov"] = MediaSamples.Mov,
        ["old mov"] = [0, 0, 0, 8, .. "wide"u8, 0, 0, 0, 1, .. "mdat"u8],
        ["large mov"] = [0, 0, 0, 1, .. "mdat"u8, 0, 0, 0, 1, 0, 0, 0, 0],
        ["gif without colours"] = [.. "GIF87a"u8, 1, 0, 1, 0, 0, 0, 0, 0x21, 0xF9],
        ["docx by another program"] = MediaSamples.Zip("word/document.xml"),
        ["mp4 of a phone"] = MediaSamples.IsoMedia("mp42"),

        ["nothing"] = [],
        ["html"] = MediaSamples.Html,
        ["text"] = "Hello"u8.ToArray(),
        ["program"] = [.. "MZ"u8, 0x90, 0],
        ["svg"] = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
        ["script as a gif"] = "GIF89a/*<script>alert(1)</script>*/=1"u8.ToArray(),
        ["script as a gif, no tags"] = "GIF89a/* */=alert(1);//"u8.ToArray(),
        ["gif with a page in it"] = [.. MediaSamples.Gif, .. MediaSamples.Html],
        ["gif with a page in a comment"] = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x21, 0xFE, 20, .. "<ScRiPt src=//x.ex>"u8],
        ["png with php"] = [.. MediaSamples.Png, .. "<?php system($_GET[0]);"u8],
        ["jpeg with a page"] = [.. MediaSamples.Jpeg, .. "<HTML>"u8],
        ["pdf behind a page"] = [.. "<html>"u8, .. MediaSamples.Pdf],
        ["png cut short"] = MediaSamples.Png[..11],
        ["png of another first part"] = [.. MediaSamples.Png[..12], .. "IDAT"u8],
        ["jpeg cut short"] = [0xFF, 0xD8, 0xFF],
        ["gif cut short"] = MediaSamples.Gif[..13],
        ["pdf without a version"] = "%PDF-x"u8.ToArray(),
        ["zip"] = MediaSamples.Zip("readme.txt"),
        ["jar"] = MediaSamples.Zip("META-INF/MANIFEST.MF"),
        ["zip cut short"] = MediaSamples.Docx[..35],
        ["riff of another sort"] = [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBP"u8],
        ["mp3 of another layer"] = [0xFF, 0xFD, 0x90, 0x64],
        ["mp3 without a bit rate"] = [0xFF, 0xFB, 0xF0, 0x64],
        ["utf-16"] = [0xFF, 0xFE, 0x3C, 0x00],
        ["tag of no version"] = [.. "ID3 is what I like"u8],
        ["heic"] = MediaSamples.IsoMedia("heic"),
        ["avif"] = MediaSamples.IsoMedia("avif"),
        ["mp4 of no length"] = [0, 0, 0, 2, .. MediaSamples.Mp4[4..]],
    };

    [Theory]
    [InlineData("jpeg", "a.jpg", "image/jpeg", "image/jpeg")]
    [InlineData("jpeg", "a.JPEG", "image/jpg", "image/jpeg")]
    [InlineData("png", "a.png", "image/png", "image/png")]
    [InlineData("png", "a.png", null, "image/png")]
    [InlineData("png", "a.png", "application/octet-stream", "image/png")]
    [InlineData("png", "blob", "IMAGE/PNG; charset=binary", "image/png")]
    [InlineData("png", null, null, "image/png")]
    [InlineData("png", "C:\\x.exe\\photo", null, "image/png")]
    [InlineData("png", "../../a.b/photo.png", null, "image/png")]
    [InlineData("gif", "a.gif", "image/gif", "image/gif")]
    [InlineData("gif without colours", "a.gif", "image/gif", "image/gif")]
    [InlineData("pdf", "a.pdf", "application/pdf", "application/pdf")]
    [InlineData("docx", "a.docx", MediaSamples.DocxType, MediaSamples.DocxType)]
    [InlineData("docx by another program", "a.docx", null, MediaSamples.DocxType)]
    [InlineData("wav", "a.wav", "audio/x-wav", "audio/wav")]
    [InlineData("mp3", "a.mp3", "audio/mpeg", "audio/mpeg")]
    [InlineData("tagged mp3", "a.mp3", "audio/mp3", "audio/mpeg")]
    [InlineData("mp4", "a.mp4", "video/mp4", "video/mp4")]
    [InlineData("mp4 of a phone", "a.mp4", "video/mp4", "video/mp4")]
    [InlineData("mov", "a.mov", "video/quicktime", "video/quicktime")]
    [InlineData("old mov", "a.mov", "video/quicktime", "video/quicktime")]
    [InlineData("large mov", "a.mov", null, "video/quicktime")]
    public void Find_WhenAllAgrees_IsTheType(string sample, string? name, string? declared, string type) =>
        MediaType.Find(name, declared, Samples[sample]).ShouldSucceed().ContentType.ShouldBe(type);

    [Theory]
    [InlineData("png", "a.exe", "image/png")]
    [InlineData("png", "a.png.exe", null)]
    [InlineData("png", "a.svg", "image/png")]
    [InlineData("png", "a.png", "text/html")]
    [InlineData("png", "a.png", "image/svg+xml")]
    [InlineData("html", "a.html", "text/html")]
    [InlineData("text", "a.txt", null)]
    public void Find_WhenAnUnsupportedTypeIsClaimed_IsNone(string sample, string name, string? declared) =>
        MediaType.Find(name, declared, Samples[sample]).ShouldFail("Media.UnsupportedType");

    [Theory]
    [InlineData("png", "a.jpg", null)]
    [InlineData("png", "a.png", "image/gif")]
    [InlineData("png", "a.jpg", "image/png")]
    [InlineData("mov", "a.mp4", "video/mp4")]
    [InlineData("mp4", "a.mov", null)]
    [InlineData("mp3", "a.wav", "audio/wav")]
    [InlineData("docx", "a.pdf", null)]
    public void Find_WhenClaimsAndContentDiffer_IsNone(string sample, string name, string? declared) =>
        MediaType.Find(name, declared, Samples[sample]).ShouldFail("Media.OtherContent");

    [Theory]
    [InlineData("nothing", "a.png")]
    [InlineData("html", "a.png")]
    [InlineData("html", "a.pdf")]
    [InlineData("html", "a.mp3")]
    [InlineData("html", null)]
    [InlineData("text", null)]
    [InlineData("program", "a.jpg")]
    [InlineData("svg", "a.png")]
    [InlineData("script as a gif", "a.gif")]
    [InlineData("script as a gif, no tags", "a.gif")]
    [InlineData("gif with a page in it", "a.gif")]
    [InlineData("gif with a page in a comment", "a.gif")]
    [InlineData("png with php", "a.png")]
    [InlineData("jpeg with a page", "a.jpg")]
    [InlineData("pdf behind a page", "a.pdf")]
    [InlineData("png cut short", "a.png")]
    [InlineData("png of another first part", "a.png")]
    [InlineData("jpeg cut short", "a.jpg")]
    [InlineData("gif cut short", "a.gif")]
    [InlineData("pdf without a version", "a.pdf")]
    [InlineData("zip", "a.docx")]
    [InlineData("jar", "a.docx")]
    [InlineData("zip cut short", "a.docx")]
    [InlineData("riff of another sort", "a.wav")]
    [InlineData("mp3 of another layer", "a.mp3")]
    [InlineData("mp3 without a bit rate", "a.mp3")]
    [InlineData("utf-16", "a.mp3")]
    [InlineData("tag of no version", "a.mp3")]
    [InlineData("heic", "a.mp4")]
    [InlineData("avif", "a.mp4")]
    [InlineData("mp4 of no length", "a.mp4")]
    public void Find_WhenTheContentIsNone_IsNone(string sample, string? name) =>
        MediaType.Find(name, null, Samples[sample]).ShouldFail("Media.OtherContent");

    /// <summary>Whatever it begins like, each sample is of one type, so none passes for two.</summary>
    [Fact]
    public void Find_OfEverySampleCutAnywhere_NeverThrows()
    {
        foreach (var sample in Samples.Values)
        {
            for (var length = 0; length <= sample.Length; length++) MediaType.Find(null, null, sample.AsSpan(0, length)).Error?.Code.ShouldBe("Media.OtherContent");
        }
    }

    [Theory]
    [InlineData("a.png", "image/png", "image")]
    [InlineData("a.mov", "video/quicktime", "video")]
    [InlineData("a.wav", "audio/wav", "audio")]
    [InlineData("a.pdf", "application/pdf", "document")]
    public void From_WhenFoundBefore_IsTheSame(string name, string contentType, string kind)
    {
        var type = MediaType.From(contentType);

        (type.ContentType, type.Kind.Name(), type.Ending).ShouldBe((contentType, kind, name[1..]));
        type.ToString().ShouldBe(contentType);
        Encoding.ASCII.GetByteCount(contentType).ShouldBeLessThanOrEqualTo(MediaType.MaxLength);
    }
}
