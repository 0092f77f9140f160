using System.Text.Json;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>Reads JSON of strangers, so that whatever is read can also be used.</summary>
internal static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>Parses valid UTF-8. Escaped halves of characters, which no text can hold, become the mark for what is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> json, int maxDepth, out JsonElement value)
    {
        value = default;
        try
        {
            value = JsonElement.Parse(json.IndexOf("\\u"u8) < 0 ? json : Mend(json), new JsonDocumentOptions { MaxDepth = maxDepth });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[] Mend(ReadOnlySpan<byte> json)
    {
        var mended = json.ToArray();
        for (var index = 0; index < mended.Length; index++)
        {
            if (mended[index] != '\\') continue;
            if (UnitAt(mended, index) is not { } unit)
            {
                index++;
                continue;
            }
            var isPair = char.IsHighSurrogate(unit) && UnitAt(mended, index + EscapeLength) is { } next && char.IsLowSurrogate(next);
            if (char.IsSurrogate(unit) && !isPair) "\\ufffd"u8.CopyTo(mended.AsSpan(index));
            index += (isPair ? EscapeLength * 2 : EscapeLength) - 1;
        }
        return mended;
    }

    /// <summary>The UTF-16 unit that is escaped at a place, or null if none is.</summary>
    private static char? UnitAt(ReadOnlySpan<byte> json, int index)
    {
        if (json.Length < index + EscapeLength || !json[index..].StartsWith("\\u"u8)) return null;
        var unit = 0;
        foreach (var digit in json.Slice(index + 2, EscapeLength - 2))
        {
            if (!char.IsAsciiHexDigit((char)digit)) return null;
            unit = (unit << 4) + (char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }
        return (char)unit;
    }
}
