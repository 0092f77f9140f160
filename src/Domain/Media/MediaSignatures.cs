using System.Buffers.Binary;
using System.Text;

namespace Eliza.Domain.Media;

/// <summary>
/// How files begin. More than the magic number is looked at where that is short, so that a script with an image's first
/// letters in front is no image.
/// </summary>
internal static class MediaSignatures
{
    /// <summary>What begins a page, in any case. No file of ours has it near its beginning, and a browser that guesses looks for it.</summary>
    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg", "<?php"];

    /// <summary>Brands of ISO media files that hold films; photographs (HEIC, AVIF) have others.</summary>
    private static readonly string[] Mp4Brands = ["iso", "mp4", "mp7", "avc1", "M4V", "dash", "MSNV", "cmf"];

    /// <summary>What the first part of a Word document may be called; other archives begin with other names.</summary>
    private static readonly string[] DocxParts = ["[Content_Types].xml", "_rels/", "word/", "docProps/", "customXml/"];

    public static bool IsJpeg(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && At(head, 3) is >= 0xC0 and < 0xFF;

    public static bool IsPng(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]) && Has(head, 12, "IHDR"u8);

    /// <summary>Behind the screen's description and its colours, if it has any, comes a block of one of three sorts.</summary>
    public static bool IsGif(ReadOnlySpan<byte> head)
    {
        const int DescriptionEnd = 13;
        const int HasColours = 0x80;
        if (head.Length < DescriptionEnd || !(head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))) return false;
        var colours = (head[10] & HasColours) != 0 ? 3 * (2 << (head[10] & 7)) : 0;
        return At(head, DescriptionEnd + colours) is 0x21 or 0x2C or 0x3B;
    }

    public static bool IsPdf(ReadOnlySpan<byte> head) => head.StartsWith("%PDF-"u8) && At(head, 5) is >= '1' and <= '9';

    public static bool IsDocx(ReadOnlySpan<byte> head)
    {
        const int NameLength = 26;
        const int Name = 30;
        if (head.Length < Name || !head.StartsWith("PK\u0003\u0004"u8)) return false;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(head[NameLength..]);
        if (head.Length < Name + length) return false;
        var name = Encoding.UTF8.GetString(head.Slice(Name, length));
        return DocxParts.Any(part => name.StartsWith(part, StringComparison.Ordinal));
    }

    public static bool IsWav(ReadOnlySpan<byte> head) => head.StartsWith("RIFF"u8) && Has(head, 8, "WAVE"u8);

    /// <summary>Old ones have no file type, and begin with a part that only they have.</summary>
    public static bool IsMov(ReadOnlySpan<byte> head) =>
        BrandOf(head) is { } brand ? brand == "qt  " : IsBox(head) && (Has(head, 4, "moov"u8) || Has(head, 4, "mdat"u8) || Has(head, 4, "wide"u8));

    public static bool IsMp4(ReadOnlySpan<byte> head) =>
        BrandOf(head) is { } brand && Mp4Brands.Any(known => brand.StartsWith(known, StringComparison.Ordinal));

    /// <summary>A tag, or a frame of layer III with a bit rate and a sampling rate that there are.</summary>
    public static bool IsMp3(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("ID3"u8)) return At(head, 3) is >= 2 and <= 4 && head.Length > 10;
        if (head.Length < 4 || head[0] != 0xFF || (head[1] & 0xE6) != 0xE2 || (head[1] & 0x18) == 0x08) return false;
        return (head[2] >> 4) is > 0 and < 15 && (head[2] & 0x0C) != 0x0C;
    }

    public static bool HasMarkup(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        return Markup.Any(start => text.Contains(start, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The first brand that an ISO media file names, or null.</summary>
    private static string? BrandOf(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && IsBox(head) && Has(head, 4, "ftyp"u8) ? Encoding.Latin1.GetString(head.Slice(8, 4)) : null;

    /// <summary>A part says its length first; 1 means that the true one, which takes eight bytes, comes later.</summary>
    private static bool IsBox(ReadOnlySpan<byte> head) =>
        head.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(head) is 1 or >= 8 and <= int.MaxValue;

    private static bool Has(ReadOnlySpan<byte> head, int index, ReadOnlySpan<byte> bytes) => head.Length > index && head[index..].StartsWith(bytes);

    private static int At(ReadOnlySpan<byte> head, int index) => index < head.Length ? head[index] : -1;
}
