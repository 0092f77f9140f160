using System.Buffers.Binary;

namespace Eliza.Infrastructure.Media.Describing;

/// <summary>Reads how large an image is from what it says itself, and nothing else of it. Any bytes may be there.</summary>
internal static class ImageHeader
{
    /// <summary>More than that no JPG and no GIF can say; a PNG that does is not believed.</summary>
    private const uint MaxSide = ushort.MaxValue;

    /// <summary>So many parts of a JPG at most are passed over on the way to its size; a photograph has some dozens.</summary>
    private const int MaxSteps = 1000;

    /// <summary>Width and height in pixels; null when the header is cut off, or says what no image can be.</summary>
    /// <param name="contentType">What its first bytes were found to be.</param>
    /// <param name="file">From its beginning; it can seek.</param>
    public static (uint Width, uint Height)? SizeOf(string contentType, Stream file)
    {
        var size = contentType switch
        {
            "image/png" => Fixed(file, 16, sizeof(uint), BinaryPrimitives.ReadUInt32BigEndian),
            "image/gif" => Fixed(file, 6, sizeof(ushort), bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
            "image/jpeg" => Jpeg(file),
            _ => null,
        };
        return size is { Width: > 0 and <= MaxSide, Height: > 0 and <= MaxSide } ? size : null;
    }

    private delegate uint Number(ReadOnlySpan<byte> bytes);

    private static (uint Width, uint Height)? Fixed(Stream file, int place, int length, Number read)
    {
        Span<byte> bytes = stackalloc byte[2 * length];
        file.Position = place;
        return TryFill(file, bytes) ? (read(bytes), read(bytes[length..])) : null;
    }

    /// <summary>Behind its mark come parts, each with its length; the first that begins a frame has the size.</summary>
    private static (uint Width, uint Height)? Jpeg(Stream file)
    {
        Span<byte> length = stackalloc byte[2];
        Span<byte> frame = stackalloc byte[5];
        file.Position = 2;
        for (var step = 0; step < MaxSteps; step++)
        {
            if (file.ReadByte() != 0xFF) return null;
            var marker = file.ReadByte();
            if (marker == 0xFF)
            {
                // One that fills: the next may be the mark's.
                file.Position--;
                continue;
            }
            if (marker is 0x01 or >= 0xD0 and <= 0xD7) continue;
            if (marker is < 0xC0 or 0xD8 or 0xD9 or 0xDA || !TryFill(file, length)) return null;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return TryFill(file, frame) ? (BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..])) : null;
            var rest = BinaryPrimitives.ReadUInt16BigEndian(length) - length.Length;
            if (rest < 0) return null;
            file.Position += rest;
        }
        return null;
    }

    private static bool TryFill(Stream file, Span<byte> bytes) => file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;
}
