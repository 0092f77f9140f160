using System.Text.Json;

namespace Eliza.UnitTests.TestData;

internal static class TestJson
{
    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
        return document.RootElement.Clone();
    }

    /// <summary>An object with so many levels in all, itself the first, each in its parent's field <c>a</c>.</summary>
    public static JsonElement ObjectOfLevels(int levels) =>
        Parse(string.Concat(Enumerable.Repeat("{\"a\":", levels - 1)) + "{}" + new string('}', levels - 1));

    /// <summary>An object whose compact UTF-8 form takes that many bytes.</summary>
    public static JsonElement ObjectOfBytes(int bytes) => Parse($"{{\"a\":\"{new string('x', bytes - """{"a":""}""".Length)}\"}}");
}
