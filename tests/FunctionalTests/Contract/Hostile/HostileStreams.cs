namespace Eliza.FunctionalTests.Contract.Hostile;

/// <summary>Whole streams of bytes, to try where a server and a proxy before it might see the end of a request differently.</summary>
internal static class HostileStreams
{
    private const string Close = "Connection: close\r\n";
    private const string Hidden = "GET /api/agents HTTP/1.1\r\nHost: x\r\n\r\n";
    private const string OneRequest = "the web server sees one request in it, as the standard says";

    private static string Head => $"POST /api/messaging/channels HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Fixtures.ApiFactory.Key}\r\nContent-Type: application/json\r\n";

    public static HostileInputs<string> All { get; } = new(
    [
        new("stream: nothing", ""), new("stream: line ends", "\r\n\r\n\r\n"), new("stream: one letter", "G"), new("stream: no version", "GET /api/agents\r\n\r\n"), new("stream: version 9.9", "GET /api/agents HTTP/9.9\r\nHost: x\r\n\r\n"), new("stream: version 0.9", "GET /api/agents HTTP/0.9\r\n\r\n"),
        new("stream: TLS", "\u0016\u0003\u0001\0\u00A5\u0001\0\0\u00A1\u0003\u0003"), new("stream: a small method", "get /api/agents HTTP/1.1\r\nHost: x\r\n\r\n"), new("stream: a long method", new string('M', 9000) + " / HTTP/1.1\r\nHost: x\r\n\r\n"),
        new("stream: a method of nonsense", "G<T /api/agents HTTP/1.1\r\nHost: x\r\n\r\n"), new("stream: connect", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n"), new("stream: options for all", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"), new("stream: trace", "TRACE /api/agents HTTP/1.1\r\nHost: x\r\nX-Secret: 1\r\n\r\n"), new("stream: a host left out", "GET /health HTTP/1.1\r\n\r\n"),
        new("stream: two blanks", "GET  /api/agents HTTP/1.1\r\nHost: x\r\n\r\n"), new("stream: a tab", "GET\t/api/agents HTTP/1.1\r\nHost: x\r\n\r\n"), new("stream: a NUL", "GET /api/agents\0 HTTP/1.1\r\nHost: x\r\n\r\n"), new("stream: a proxy's greeting", "PROXY TCP4 1.2.3.4 1.2.3.4 1 2\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n"), new("stream: SSH", "SSH-2.0-OpenSSH_9.6\r\n"),
        new("stream: length and chunks", Head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Hidden), new("stream: chunks and a length", Head + "Transfer-Encoding: chunked\r\nContent-Length: 60\r\n\r\n0\r\n\r\n" + Hidden), new("stream: chunks twice", Head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Hidden),
        new("stream: chunks and identity", Head + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + Hidden), new("stream: identity", Head + "Transfer-Encoding: identity\r\nContent-Length: 2\r\n\r\n{}" + Hidden), new("stream: xchunked", Head + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + Hidden), new("stream: chunked after a tab", Head + "Transfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n" + Hidden), new("stream: chunked behind a blank name", Head + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + Hidden),
        new("stream: chunked gzip", Head + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"), new("stream: chunked in a folded line", Head + "X: y\r\n Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}"), new("stream: a length twice", Head + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"), new("stream: a list of lengths", Head + "Content-Length: 2, 2\r\n\r\n{}"),
        new("stream: a chunk below nothing", Chunked("-1\r\n{}\r\n0\r\n\r\n")), new("stream: a chunk of nonsense", Chunked("zz\r\n{}\r\n0\r\n\r\n")), new("stream: an endless chunk", Chunked("ffffffffffffffff\r\n{}\r\n0\r\n\r\n")), new("stream: a chunk in capital hex with 0x", Chunked("0x2\r\n{}\r\n0\r\n\r\n")), new("stream: a chunk that is longer than it says", Chunked("1\r\n{}\r\n0\r\n\r\n")), new("stream: a chunk that is shorter than it says", Chunked("9\r\n{}\r\n0\r\n\r\n")),
        new("stream: no last chunk", Chunked("2\r\n{}\r\n")), new("stream: chunks of bare line feeds", Chunked("2\n{}\n0\n\n")), new("stream: a chunk's huge extension", Chunked("2;" + new string('e', 50_000) + "\r\n{}\r\n0\r\n\r\n"), OneRequest), new("stream: huge trailers", Chunked("2\r\n{}\r\n0\r\nX: " + new string('t', 50_000) + "\r\n\r\n")), new("stream: a credential in the trailers", Chunked("2\r\n{}\r\n0\r\nAuthorization: Bearer x\r\nContent-Length: 9\r\n\r\n")),
        new("stream: a body shorter than its length", Head + Close + "Content-Length: 50\r\n\r\n{}"), new("stream: no body for its length", Head + Close + "Content-Length: 50\r\n\r\n"), new("stream: a head that never ends", Head), new("stream: a body that nobody announced", Head + "\r\n{}"), new("stream: one body and a half", Head + "Content-Length: 2\r\n\r\n{}{\"name\":"), new("stream: a credential in the query", $"GET /api/agents?access_token={Fixtures.ApiFactory.Key} HTTP/1.1\r\nHost: x\r\n\r\n"),
    ]);

    private static string Chunked(string chunks) => Head + Close + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
}
