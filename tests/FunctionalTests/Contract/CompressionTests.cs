using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Contract;

/// <summary>Bodies may come compressed, within the same limits, and answers go out so to whoever asks.</summary>
public sealed class CompressionTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Channels = "/api/messaging/channels";
    private const int MaxBodyBytes = 1024 * 1024;
    private const int BombBytes = 50 * 1024 * 1024;

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Post_WithACompressedBody_IsRead(string coding)
    {
        var name = $"compressed-{Guid.CreateVersion7():N}";

        var answer = await PostAsync(coding, Compress(coding, Encoding.UTF8.GetBytes($$"""{"name":"{{name}}"}""")));

        answer.ShouldBe(201).Data.GetProperty("name").GetString().ShouldBe(name);
    }

    [Fact]
    public async Task Post_WithTheCodingIdentity_IsRead() => (await PostAsync("identity", "{\"name\":\"identity\"}"u8.ToArray())).ShouldBe(201);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Post_WithABodyOfExactlyOneMebibyteWhenInflated_IsRead(string coding) =>
        (await PostAsync(coding, Compress(coding, BodyOf(MaxBodyBytes)))).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldStartWith("Field 'name'");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Post_WithABodyOverOneMebibyteWhenInflated_Returns413(string coding) =>
        (await PostAsync(coding, Compress(coding, BodyOf(MaxBodyBytes + 1)))).ShouldBeError(413, "PAYLOAD_TOO_LARGE");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Post_WithABomb_Returns413(string coding)
    {
        var bomb = Compress(coding, new byte[BombBytes]);
        bomb.Length.ShouldBeLessThan(MaxBodyBytes / 10);

        (await PostAsync(coding, bomb)).ShouldBeError(413, "PAYLOAD_TOO_LARGE");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Post_WithABodyThatIsNotWhatItsCodingSays_Returns400(string coding) =>
        (await PostAsync(coding, "{\"name\":\"not-compressed\"}"u8.ToArray()))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Request body is not what its Content-Encoding says");

    /// <summary>Where it breaks decides what is left to complain of: the coding, or the JSON that came out so far.</summary>
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Post_WithABrokenBody_Returns400WhereverItBreaks(string coding)
    {
        var whole = Compress(coding, BodyOf(2_000));
        for (var at = 1; at < whole.Length - 8; at += 1 + (whole.Length / 50))
        {
            byte[] damaged = [.. whole[..at], 0xFF, 0xFF, 0xFF, 0xFF, .. whole[at..]];
            (await PostAsync(coding, whole[..at])).ShouldBeError(400, "VALIDATION_ERROR");
            (await PostAsync(coding, damaged)).ShouldBeError(400, "VALIDATION_ERROR");
        }
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("compress")]
    [InlineData("gzip, gzip")]
    [InlineData("nonsense")]
    public async Task Post_WithAnUnknownCoding_Returns415(string coding) =>
        (await PostAsync(coding, "{\"name\":\"unknown-coding\"}"u8.ToArray()))
            .ShouldBeError(415, "UNSUPPORTED_MEDIA_TYPE").Details.ShouldContain("Content-Encoding");

    [Fact]
    public async Task Post_WithABombButWithoutACredential_Returns401() =>
        (await PostAsync("gzip", Compress("gzip", new byte[BombBytes]), factory.Anonymous)).ShouldBeError(401, "AUTHENTICATION_FAILED");

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    public async Task Answer_WhenTheClientAsksForACoding_ComesInIt(string accepted, string coding)
    {
        foreach (var (path, status) in new[] { ("/api/agents", 200), ("/nope", 404) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept-Encoding", accepted);
            using var response = await _api.Client.SendAsync(request, TestContext.Current.CancellationToken);

            ((int)response.StatusCode).ShouldBe(status);
            response.Content.Headers.ContentEncoding.ShouldBe([coding]);
            response.Headers.Vary.ShouldContain("Accept-Encoding");
            await using var inflated = Inflate(coding, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            JsonDocument.Parse(inflated).RootElement.GetProperty("success").GetBoolean().ShouldBe(status == 200);
        }
    }

    [Fact]
    public async Task Answer_WhenTheClientDoesNotAsk_ComesAsItIs()
    {
        using var response = await _api.Client.GetAsync("/api/agents", TestContext.Current.CancellationToken);

        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    private Task<Answer> PostAsync(string coding, byte[] body, Api? api = null)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return (api ?? _api).SendAsync(HttpMethod.Post, Channels, content);
    }

    /// <summary>A body of that many bytes, with a name that is none and does not compress away.</summary>
    private static byte[] BodyOf(int length)
    {
        var name = string.Concat(Enumerable.Range(0, length / 8).Select(i => $"{i:x8}"))[..(length - 11 - (length / 100 * 99))] + new string('x', length / 100 * 99);
        return Encoding.UTF8.GetBytes($$"""{"name":"{{name}}"}""");
    }

    private static byte[] Compress(string coding, byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var stream = Compressor(coding, compressed)) stream.Write(body);
        return compressed.ToArray();
    }

    private static Stream Compressor(string coding, Stream target) => coding.ToLowerInvariant() switch
    {
        "gzip" => new GZipStream(target, CompressionLevel.Optimal),
        "br" => new BrotliStream(target, CompressionLevel.Fastest),
        "deflate" => new ZLibStream(target, CompressionLevel.Optimal),
        _ => throw new ArgumentOutOfRangeException(nameof(coding), coding, "Unknown coding."),
    };

    private static Stream Inflate(string coding, Stream source) =>
        coding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
}
