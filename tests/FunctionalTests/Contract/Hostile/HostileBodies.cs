using System.Text;

namespace Eliza.FunctionalTests.Contract.Hostile;

/// <summary>Whole bodies that are not what they should be.</summary>
internal static class HostileBodies
{
    private const string Whole = """{"name":"x","metadata":{"a":[1,-2.5e3,{"b":null}]},"isPrivate":true,"t":"\u0041\n"}""";
    private const string Unknown = "fields that nobody knows are passed over";

    public static readonly HostileInputs<byte[]> All = new([.. Truncations(), .. Texts(), .. Bytes(), .. Large()]);

    private static IEnumerable<HostileInput<byte[]>> Truncations() =>
        Enumerable.Range(1, Whole.Length - 1).Where(length => length % 2 == 0 || length < 12)
            .Select(length => Of($"truncated after {length} characters", Whole[..length]));

    private static IEnumerable<HostileInput<byte[]>> Texts() =>
    [
        Of("nothing", ""), Of("blanks", " \r\n\t "), Of("a NUL", "\0"), Of("the word undefined", "undefined"), Of("null", "null"), Of("true", "true"),
        Of("a number", "42"), Of("a string", "\"{}\""), Of("a list", "[{}]"), Of("a list of bodies", $"[{Whole},{Whole}]"),
        Of("a brace too many", Whole + "}"), Of("a brace too few", Whole[..^1]), Of("two bodies", Whole + Whole), Of("two lines of bodies", Whole + "\n" + Whole),
        Of("a letter after the end", Whole + "x"), Of("a NUL after the end", Whole + "\0"), Of("a comment before", "/* c */" + Whole), Of("a comment after", Whole + "// c"),
        Of("a comment within", "{/**/\"name\":\"x\"}"), Of("a hash comment", "# c\n" + Whole), Of("a comma too many", "{\"name\":\"x\",}"), Of("a comma first", "{,\"name\":\"x\"}"),
        Of("no comma", "{\"name\":\"x\" \"type\":\"text\"}"), Of("no colon", "{\"name\" \"x\"}"), Of("two colons", "{\"name\"::\"x\"}"), Of("a semicolon", "{\"name\":\"x\";\"type\":\"text\"}"),
        Of("single quotes", "{'name':'x'}"), Of("typographic quotes", "{“name”:“x”}"), Of("no quotes", "{name:x}"), Of("a key without value", "{\"name\"}"), Of("a number as key", "{1:2}"),
        Of("NaN", "{\"size\":NaN}"), Of("Infinity", "{\"size\":Infinity}"), Of("minus Infinity", "{\"size\":-Infinity}"), Of("hexadecimal", "{\"size\":0x10}"), Of("octal", "{\"size\":010}"),
        Of("a plus", "{\"size\":+1}"), Of("a bare point", "{\"size\":.5}"), Of("a point at the end", "{\"size\":1.}"), Of("a bare minus", "{\"size\":-}"), Of("a bare exponent", "{\"size\":1e}"),
        Of("digits with underscores", "{\"size\":1_000}"), Of("capital TRUE", "{\"isPrivate\":TRUE}"), Of("a raw line end in a string", "{\"name\":\"a\nb\"}"), Of("a raw tab in a string", "{\"name\":\"a\tb\"}"),
        Of("a raw NUL in a string", "{\"name\":\"a\0b\"}"), Of("an unknown escape", "{\"name\":\"\\x41\"}"), Of("a short escape", "{\"name\":\"\\u12\"}"), Of("an escape of no hex", "{\"name\":\"\\uZZZZ\"}"),
        Of("a key twice", "{\"name\":\"a\",\"name\":\"b\"}"), Of("a key twice, once escaped", "{\"name\":\"a\",\"\\u006eame\":\"b\"}"), Of("an unknown key twice", "{\"zzz\":1,\"zzz\":2}"), Of("an empty key twice", "{\"\":1,\"\":2}"),
        Of("a key twice deep inside", "{\"metadata\":{\"a\":{\"b\":1,\"b\":2}}}"), Of("a high surrogate alone", "{\"content\":\"\\uD800\"}"), Of("a low surrogate alone", "{\"content\":\"\\uDC00x\"}"), Of("surrogates the wrong way", "{\"content\":\"\\uDE00\\uD83D\"}"),
        Of("a surrogate alone as key", "{\"\\uD800\":1}"), Of("a surrogate alone in an unknown field", "{\"zzz\":[\"\\uDFFF\"]}"), Of("XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
        Of("YAML", "name: x\ntype: text"), Of("a form", "name=x&type=text"), Of("JSON with a prefix", ")]}',\n" + Whole), Of("JSONP", $"call({Whole})"),
        Of("a prototype", "{\"__proto__\":{\"isAdmin\":true},\"constructor\":{\"prototype\":{}}}", Unknown), Of("a type name", "{\"$type\":\"System.Diagnostics.Process\",\"$ref\":\"#\"}", Unknown), Of("the empty object", "{}", "all fields may be optional"),
    ];

    private static IEnumerable<HostileInput<byte[]>> Bytes() =>
    [
        new("a UTF-8 mark", [0xEF, 0xBB, 0xBF, .. "{\"zzz\":1}"u8], "the mark is allowed"), new("two UTF-8 marks", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. "{}"u8]),
        new("half a UTF-8 mark", [0xEF, 0xBB, .. "{}"u8]), new("a mark after the end", [.. "{}"u8, 0xEF, 0xBB, 0xBF]), new("a UTF-8 mark alone", [0xEF, 0xBB, 0xBF]),
        new("UTF-16 LE", Encoding.Unicode.GetBytes(Whole)), new("UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Whole)), new("UTF-16 LE with mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Whole)]),
        new("UTF-16 BE with mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Whole)]), new("UTF-32", Encoding.UTF32.GetBytes(Whole)), new("UTF-7 mark", [0x2B, 0x2F, 0x76, 0x38, .. "{}"u8]),
        new("Latin-1", Encoding.Latin1.GetBytes("{\"name\":\"ü\"}")), new("an overlong slash", [.. "{\"name\":\""u8, 0xC0, 0xAF, .. "\"}"u8]), new("an overlong NUL", [.. "{\"name\":\""u8, 0xC0, 0x80, .. "\"}"u8]),
        new("a surrogate in UTF-8", [.. "{\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]), new("beyond Unicode", [.. "{\"name\":\""u8, 0xF4, 0x90, 0x80, 0x80, .. "\"}"u8]), new("a bare continuation", [.. "{\"name\":\""u8, 0x80, .. "\"}"u8]),
        new("a cut-off sequence", [.. "{\"name\":\""u8, 0xE2, 0x82, .. "\"}"u8]), new("an impossible byte", [.. "{\"name\":\""u8, 0xFF, .. "\"}"u8]), new("invalid UTF-8 as key", [.. "{\""u8, 0xFE, .. "\":1}"u8]),
        new("invalid UTF-8 in an unknown field", [.. "{\"zzz\":\""u8, 0xF0, 0x28, 0x8C, 0x28, .. "\"}"u8]), new("gzip without saying so", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0, 0]), new("an ELF header", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]),
    ];

    private static IEnumerable<HostileInput<byte[]>> Large() =>
    [
        Of("nested 33 deep in lists", Nested("[", "]", 33)), Of("nested 32 deep in lists", Nested("[", "]", 31), Unknown), Of("nested 1000 deep in lists", Nested("[", "]", 1000)), Of("nested 100000 deep in lists", Nested("[", "]", 100_000)),
        Of("nested 33 deep in objects", Nested("{\"a\":", "}", 33)), Of("nested 1000 deep in objects", Nested("{\"a\":", "}", 1000)), Of("nested 100000 deep in objects", Nested("{\"a\":", "}", 100_000)), Of("a hundred thousand open lists", new string('[', 100_000)),
        Of("a hundred thousand open objects", string.Concat(Enumerable.Repeat("{\"a\":", 100_000))), Of("a key of 100 KB", $"{{\"{new string('k', 100_000)}\":1}}", Unknown), Of("a key of 100 KB twice", $"{{\"{new string('k', 100_000)}\":1,\"{new string('k', 100_000)}\":1}}"),
        Of("20000 fields", Fields(20_000), Unknown), Of("20000 fields and one twice", Fields(20_000)[..^1] + ",\"f7\":1}"), Of("a list of 100000", $"{{\"zzz\":[{string.Join(',', Enumerable.Repeat('1', 100_000))}]}}", Unknown),
        Of("a megabyte of blanks", "{" + new string(' ', (1024 * 1024) - 2) + "}", "blanks are nothing"), Of("a megabyte and a byte of blanks", "{" + new string(' ', (1024 * 1024) - 1) + "}"), Of("a string of a megabyte", $"{{\"content\":\"{new string('x', 1024 * 1024)}\"}}"),
        Of("a number of 100000 digits", $"{{\"zzz\":{new string('9', 100_000)}}}", Unknown), Of("escapes of 600 KB", $"{{\"zzz\":\"{string.Concat(Enumerable.Repeat("\\u0000", 100_000))}\"}}", Unknown),
    ];

    private static HostileInput<byte[]> Of(string name, string text, string? fineBecause = null) => new(name, Encoding.UTF8.GetBytes(text), fineBecause);

    private static string Nested(string open, string close, int depth) =>
        $"{{\"zzz\":{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}}}";

    private static string Fields(int count) => $"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"f{i}\":{i}"))}}}";
}
