using System.Text.Json;
using System.Text.Unicode;
using Eliza.Domain.Common;
using Eliza.WebApi.Errors;

namespace Eliza.WebApi.Input;

/// <summary>Reads what clients send as JSON: an object in UTF-8 that says nothing twice, nests no deeper than 32 levels, and has no halves of characters.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The object, or null and why there is none.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body, out Error? error)
    {
        if (!Utf8.IsValid(body.Span)) return Fail(TransportErrors.NotUtf8, out error);
        if (body.Span.StartsWith(ByteOrderMark)) body = body[ByteOrderMark.Length..];
        try
        {
            var document = JsonDocument.Parse(body, Strict);
            error = document.RootElement.ValueKind is not JsonValueKind.Object ? TransportErrors.NotAnObject
                : HasLoneSurrogate(body.Span, document.RootElement) ? TransportErrors.LoneSurrogate
                : null;
            if (error is null) return document;
            document.Dispose();
            return null;
        }
        catch (JsonException exception)
        {
            return Fail(TransportErrors.Unparsable(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0), out error);
        }
        catch (InvalidOperationException)
        {
            // The check for repeated keys reads them, and a key can be half a surrogate pair.
            return Fail(TransportErrors.LoneSurrogate, out error);
        }
    }

    private static JsonDocument? Fail(Error reason, out Error? error)
    {
        error = reason;
        return null;
    }

    /// <summary>Only an escape can spell half a surrogate pair in valid UTF-8, so most bodies need no second look.</summary>
    private static bool HasLoneSurrogate(ReadOnlySpan<byte> body, JsonElement root) =>
        (body.IndexOf("\\ud"u8) >= 0 || body.IndexOf("\\uD"u8) >= 0) && !IsReadable(root);

    private static bool IsReadable(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(field => field.Name is not null && IsReadable(field.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsReadable),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
