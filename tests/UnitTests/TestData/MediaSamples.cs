using System.Text;

namespace Eliza.UnitTests.TestData;

/// <summary>The beginnings of files, one of each sort, as real ones begin.</summary>
internal static class MediaSamples
{
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static readonly byte[] Png = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];

    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    public static readonly byte[] Gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    public static readonly byte[] Pdf = Encoding.Latin1.GetBytes("%PDF-1.7\n%âãÏÓ\n1 0 obj\n");

    public static readonly byte[] Docx = Zip("[Content_Types].xml");

    public static readonly byte[] Wav = [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0];

    public static readonly byte[] Mp3 = [0xFF, 0xFB, 0x90, 0x64, 0, 0, 0, 0, 0, 0, 0, 0];

    public static readonly byte[] TaggedMp3 = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 35, .. "TSSE"u8, 0, 0, 0, 15];

    public static readonly byte[] Mp4 = IsoMedia("isom");

    public static readonly byte[] Mov = IsoMedia("qt  ");

    public static readonly byte[] Html = "<!DOCTYPE html><html><script>alert(1)</script></html>"u8.ToArray();

    public static byte[] IsoMedia(string brand) => [0, 0, 0, 32, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0, .. "isomiso2avc1mp41"u8];

    /// <summary>An archive whose first part has that name.</summary>
    public static byte[] Zip(string name) =>
        [.. "PK\u0003\u0004"u8, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 1, 2, 3, 4, 5, 0, 0, 0, 5, 0, 0, 0, (byte)name.Length, 0, 0, 0, .. Encoding.ASCII.GetBytes(name), 1, 2, 3, 4, 5];

    /// <summary>A sample of that many bytes.</summary>
    public static byte[] OfLength(byte[] start, int length)
    {
        var bytes = new byte[length];
        for (var index = 0; index < length; index++) bytes[index] = index < start.Length ? start[index] : (byte)(index * 31);
        return bytes;
    }
}
