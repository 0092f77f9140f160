using System.Text;

namespace Eliza.FunctionalTests.Contract.Hostile;

/// <summary>
/// Lines of a header that come with an otherwise right POST. A name that is among them takes the place of the right line;
/// the raw text is sent as Latin-1.
/// </summary>
internal static class HostileHeaders
{
    private const string Ignored = "the server does not heed it";
    private const string AnswersJson = "the answer is JSON whatever a client would rather have";
    private const string ReadsUtf8 = "it does say JSON in UTF-8";
    private const string OwnId = "the server then gives an id of its own";

    public static readonly HostileInputs<string[]> All = new([.. Types(), .. Codings(), .. Credentials(), .. Ids(), .. Wishes(), .. Malformed()]);

    private static IEnumerable<HostileInput<string[]>> Types() =>
    [
        Of("no type", "Content-Type:"), Of("a type twice", "Content-Type: application/json", "Content-Type: application/json"), Of("two types", "Content-Type: application/json", "Content-Type: text/plain"), Of("a list of types", "Content-Type: text/plain, application/json"),
        Of("a type of nonsense", "Content-Type: ;;;"), Of("half a type", "Content-Type: application/"), Of("type JSONP", "Content-Type: application/jsonp"), Of("type text/json", "Content-Type: text/json"), Of("a long type", $"Content-Type: {Long(8000)}/json"), Of("a wildcard type", "Content-Type: */*"),
        Of("charset UTF-7", "Content-Type: application/json; charset=utf-7"), Of("charset UTF-16", "Content-Type: application/json; charset=utf-16"), Of("charset Latin-1", "Content-Type: application/json; charset=iso-8859-1"), Of("charset of nonsense", "Content-Type: application/json; charset=\"\\\"\""),
        Fine("a quoted charset", ReadsUtf8, "Content-Type: application/json; charset=\"UTF-8\""), Fine("two charsets", ReadsUtf8, "Content-Type: application/json; charset=utf-8; charset=utf-16"), Fine("odd parameters", ReadsUtf8, "Content-Type: application/json; boundary=x; q=0"), Of("a type with a quote left open", "Content-Type: application/json; charset=\"utf-8"),
    ];

    private static IEnumerable<HostileInput<string[]>> Codings() =>
    [
        Of("gzip that is none", "Content-Encoding: gzip"), Of("gzip twice in a line", "Content-Encoding: gzip, gzip"), Of("gzip in two lines", "Content-Encoding: gzip", "Content-Encoding: gzip"), Of("a chain of ten", "Content-Encoding: gzip,gzip,gzip,gzip,gzip,gzip,gzip,gzip,gzip,br"),
        Of("identity and gzip", "Content-Encoding: identity, gzip"), Of("coding x-gzip", "Content-Encoding: x-gzip"), Of("coding with a weight", "Content-Encoding: gzip;q=1"), Of("any coding", "Content-Encoding: *"), Of("coding zstd", "Content-Encoding: zstd"), Of("coding aes128gcm", "Content-Encoding: aes128gcm"),
        Of("a long coding", $"Content-Encoding: {Long(8000)}"), Fine("an empty coding", "an empty line says nothing", "Content-Encoding:"), Fine("coding IDENTITY", "it means none", "Content-Encoding: IDENTITY"),
    ];

    private static IEnumerable<HostileInput<string[]>> Credentials() =>
    [
        Of("a huge credential", $"Authorization: Bearer {Long(20_000)}"), Of("a credential in UTF-8", "Authorization: Bearer " + Utf8("ключ-из-тридцати-двух-букв-или-больше")), Of("a credential in Latin-1", "Authorization: Bearer \u00E9\u00FC"), Of("a credential of two words", "Authorization: Bearer a b"),
        Of("a scheme alone", "Authorization: Bearer"), Of("a scheme and blanks", "Authorization: Bearer     "), Of("an unknown scheme", "Authorization: Digest username=\"x\""), Of("no scheme", $"Authorization: {Fixtures.ApiFactory.Key}"), Of("the key twice", Key, Key), Of("the key beside another", Key, "Authorization: Bearer x"),
        Of("an empty credential", "Authorization:"), Of("a credential like SQL", "Authorization: Bearer ' OR '1'='1"), Of("a token of no algorithm", "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."), Of("a token of dots", "Authorization: Bearer ..."), Of("a token of many dots", "Authorization: Bearer " + new string('.', 5000)),
        Of("a NUL in the credential", "Authorization: Bearer a\0b"), Of("keys in both headers, the first wrong", "Authorization: Bearer x", "X-API-Key: " + Fixtures.ApiFactory.Key), Fine("a cookie", Ignored, "Cookie: session=admin; =; ;;; \"", "Cookie: x"), Fine("a proxy's credential", Ignored, "Proxy-Authorization: Basic eDp4"),
    ];

    private static IEnumerable<HostileInput<string[]>> Ids() =>
    [
        Fine("an empty id", OwnId, "X-Request-Id:"), Fine("a long id", OwnId, "X-Request-Id: " + Long(129)), Fine("a huge id", OwnId, "X-Request-Id: " + Long(8000)), Fine("an id of markup", OwnId, "X-Request-Id: <script>alert(1)</script>"), Fine("an id with blanks", OwnId, "X-Request-Id: a b\tc"),
        Fine("an id like a line end", OwnId, "X-Request-Id: a%0d%0aSet-Cookie:x"), Fine("an id twice", OwnId, "X-Request-Id: a", "X-Request-Id: b"), Fine("an id in UTF-8", OwnId, "X-Request-Id: " + Utf8("№1")), Of("an id with a NUL", "X-Request-Id: a\0b"), Of("an id in Latin-1", "X-Request-Id: \u00FF\u00FE"),
    ];

    private static IEnumerable<HostileInput<string[]>> Wishes() =>
    [
        Fine("accept HTML", AnswersJson, "Accept: text/html"), Fine("accept nothing", AnswersJson, "Accept: */*;q=0"), Fine("accept nonsense", AnswersJson, "Accept: ;;;,,/;q=x"), Fine("accept at length", AnswersJson, $"Accept: {string.Join(',', Enumerable.Repeat("a/b;q=0.1", 500))}"),
        Fine("accept no coding", AnswersJson, "Accept-Encoding: identity;q=0, *;q=0"), Fine("accept codings of nonsense", AnswersJson, "Accept-Encoding: gzip;q=abc, ;, br;q=99"), Fine("accept UTF-16", AnswersJson, "Accept-Charset: utf-16"), Fine("accept a range", Ignored, "Range: bytes=0-1"), Fine("an etag", Ignored, "If-None-Match: *", "If-Match: \"x\""),
        Fine("a method in a header", Ignored, "X-HTTP-Method-Override: DELETE", "X-HTTP-Method: PUT", "X-Method-Override: TRACE"), Fine("a path in a header", Ignored, "X-Original-URL: /admin", "X-Rewrite-URL: /admin"), Fine("a forged address", Ignored, "X-Forwarded-For: 127.0.0.1", "X-Real-IP: ::1", "Forwarded: for=127.0.0.1;host=x"),
        Fine("addresses of nonsense", Ignored, "X-Forwarded-For: " + Long(4000), "X-Forwarded-Proto: javascript", "X-Forwarded-Host: \"><x"), Fine("another site", Ignored, "Origin: https://evil.example", "Referer: javascript:alert(1)"), Fine("to be continued", "the server says that it may", "Expect: 100-continue"), Fine("an odd expectation", Ignored, "Expect: the-unexpected"),
        Fine("an upgrade to HTTP/2", Ignored, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"), Fine("an upgrade to nothing", Ignored, "Connection: Upgrade", "Upgrade: nothing"), Fine("trailers to come", Ignored, "TE: trailers, deflate;q=0.5", "Trailer: Authorization"), Fine("a wish to drop the credential", Ignored, "Connection: keep-alive, Authorization"),
        Fine("a language", Ignored, "Accept-Language: " + string.Join(',', Enumerable.Repeat("x-klingon", 100))), Fine("a trace of nonsense", Ignored, "traceparent: 00-zz-zz-zz", "tracestate: " + Long(2000), "baggage: a=b;;;=,"), Fine("a date of nonsense", Ignored, "Date: yesterday", "If-Modified-Since: tomorrow"),
    ];

    private static IEnumerable<HostileInput<string[]>> Malformed() =>
    [
        Of("a header of 40 KB", "X-Long: " + Long(40_000)), Of("a header's name of 40 KB", Long(40_000) + ": x"), Of("200 headers", [.. Enumerable.Range(0, 200).Select(i => $"X-{i}: x")]), Of("no colon", "X-Nothing"), Of("a blank before the colon", "X-Blank : x"), Of("a folded line", "X-Folded: a\r\n b"),
        Fine("a name of nonsense", Ignored, "X(@): x"), Of("no name", ": x"), Of("a NUL in a value", "X-Nul: a\0b"), Of("a CR in a value", "X-Cr: a\rb"), Of("two hosts", "Host: a", "Host: b"), Of("a host with a blank", "Host: a b"), Of("a host with a path", "Host: a/../b"), Of("a host with a user", "Host: u@a"), Of("a host in UTF-8", "Host: " + Utf8("ä")), Of("a host with a port of nonsense", "Host: a:b"),
        Of("a length below nothing", "Content-Length: -1"), Of("a length of letters", "Content-Length: ten"), Of("a length beyond long", "Content-Length: 99999999999999999999"), Of("two lengths", "Content-Length: 2", "Content-Length: 3"), Fine("a length with a plus", "the web server reads it as the number", "Content-Length: +50"), Of("a hexadecimal length", "Content-Length: 0x14"), Of("a length of a terabyte", "Content-Length: 1099511627776"), Of("no length at all", "Content-Length:"),
    ];

    private static string Key => $"Authorization: Bearer {Fixtures.ApiFactory.Key}";

    private static string Long(int length) => new('x', length);

    private static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static HostileInput<string[]> Of(string name, params string[] lines) => new("header: " + name, lines);

    private static HostileInput<string[]> Fine(string name, string because, params string[] lines) => new("header: " + name, lines, because);
}
