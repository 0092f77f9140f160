using System.Buffers.Text;
using System.Text;

namespace Eliza.Benchmarks.Common.Loading;

/// <summary>
/// The bytes of one kind of request, built once: only an idempotency key, another one each time, and the id of what the request
/// is about are written into them, both of which are always of the same length.
/// </summary>
internal sealed class RequestTemplate
{
    private const int KeyLength = 16;

    private static readonly string KeyMark = new('#', KeyLength);
    private static readonly string TargetMark = new('@', Targets.IdLength);
    private static long _lastKey;

    private readonly byte[] _bytes;
    private readonly int _keyPlace;
    private readonly int _targetPlace;

    private RequestTemplate(string text) => (_bytes, _keyPlace, _targetPlace) =
        (Encoding.ASCII.GetBytes(text), text.IndexOf(KeyMark, StringComparison.Ordinal), text.IndexOf(TargetMark, StringComparison.Ordinal));

    /// <summary>A POST of JSON under an idempotency key.</summary>
    /// <param name="path">Where to; <c>{target}</c> in it, or else in the body, is the place of the id.</param>
    /// <param name="body">The JSON, in ASCII.</param>
    public static RequestTemplate Post(string path, string body) => new(
        $"{Head("POST", path)}Idempotency-Key: load-{KeyMark}\r\nContent-Type: application/json\r\nContent-Length: {WithMark(body).Length}\r\n\r\n{WithMark(body)}");

    /// <summary>A POST of nothing, and without a key.</summary>
    /// <param name="path">Where to; <c>{target}</c> in it is the place of the id.</param>
    public static RequestTemplate Post(string path) => new($"{Head("POST", path)}Content-Length: 0\r\n\r\n");

    /// <param name="path">What to get; <c>{target}</c> in it is the place of the id.</param>
    public static RequestTemplate Get(string path) => new($"{Head("GET", path)}\r\n");

    public byte[] Copy() => _bytes.AsSpan().ToArray();

    /// <summary>Makes a copy the next request.</summary>
    public void Fill(Span<byte> copy, ReadOnlySpan<byte> target)
    {
        if (_keyPlace >= 0) Utf8Formatter.TryFormat(Interlocked.Increment(ref _lastKey), copy.Slice(_keyPlace, KeyLength), out _, new('x', KeyLength));
        target.CopyTo(copy[_targetPlace..]);
    }

    private static string Head(string method, string path) => $"{method} {WithMark(path)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {BenchedServer.Key}\r\n";

    private static string WithMark(string text) => text.Replace("{target}", TargetMark, StringComparison.Ordinal);
}
