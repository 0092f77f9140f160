using System.Buffers.Text;

namespace Eliza.Benchmarks.Common.Loading;

/// <summary>As much of HTTP/1.1 as it takes to tell where the answers of these servers end, and how they went.</summary>
internal static class ResponseReader
{
    private const int StatusPlace = 9;
    private const int StatusLength = 3;

    private static ReadOnlySpan<byte> LengthField => "\r\nContent-Length: "u8;

    /// <summary>Whether a whole answer has been received.</summary>
    /// <param name="received">What came since the request.</param>
    /// <param name="status">Its status, once it is whole.</param>
    /// <exception cref="FormatException">It is none that can be read here.</exception>
    public static bool TryRead(ReadOnlySpan<byte> received, out int status)
    {
        status = 0;
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = received[..(end + 2)];
        if (!IsWhole(received[(end + 4)..], head)) return false;
        if (!Utf8Parser.TryParse(head.Slice(StatusPlace, StatusLength), out status, out _)) throw new FormatException("No status line.");
        return true;
    }

    private static bool IsWhole(ReadOnlySpan<byte> body, ReadOnlySpan<byte> head)
    {
        var field = head.IndexOf(LengthField);
        if (field < 0 && head.IndexOf("\r\nTransfer-Encoding: chunked\r\n"u8) >= 0) return EndsChunks(body);
        if (field < 0 || !Utf8Parser.TryParse(head[(field + LengthField.Length)..], out int length, out _)) throw new FormatException("No length.");
        return body.Length >= length;
    }

    /// <summary>Each chunk is its length in hexadecimal, a line's end, the bytes, a line's end; the last has none.</summary>
    private static bool EndsChunks(ReadOnlySpan<byte> body)
    {
        while (body.IndexOf("\r\n"u8) is >= 0 and var line)
        {
            if (!Utf8Parser.TryParse(body[..line], out int length, out _, 'x')) throw new FormatException("No chunk.");
            var next = line + 2 + length + 2;
            if (length == 0 || next > body.Length) return length == 0 && next <= body.Length;
            body = body[next..];
        }
        return false;
    }
}
