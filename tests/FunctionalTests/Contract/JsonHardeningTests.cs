using System.Text;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Contract;

/// <summary>Whatever a client sends as a body, it gets a 4xx in the envelope.</summary>
public sealed class JsonHardeningTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    public static TheoryData<string, string> Unreadable => new()
    {
        { "", "missing" },
        { "null", "must be a JSON object" },
        { "[]", "must be a JSON object" },
        { "\"text\"", "must be a JSON object" },
        { "5", "must be a JSON object" },
        { "{", "not valid JSON" },
        { "{\"name\":}", "not valid JSON" },
        { "{'name':'x'}", "not valid JSON" },
        { "{\"name\":\"ok\",}", "not valid JSON" },
        { "{\"name\":\"ok\"} trailing", "not valid JSON" },
        { "{\"name\":\"ok\"}{}", "not valid JSON" },
        { "/* comment */ {}", "not valid JSON" },
        { "{\"name\":\"raw \n line end\"}", "not valid JSON" },
        { "{\"name\":\"a\",\"name\":\"b\"}", "repeats a key" },
        { "{\"name\":\"a\",\"n\\u0061me\":\"b\"}", "repeats a key" },
        { "{\"metadata\":{\"a\":1,\"a\":2}}", "repeats a key" },
        { "{\"metadata\":" + new string('[', 40) + new string(']', 40) + "}", "deeper than 32" },
        { "{\"metadata\":{\"a\":\"\\ud800\"}}", "unpaired surrogates" },
        { "{\"metadata\":{\"\\udfff\":1}}", "unpaired surrogates" },
        { "{\"content\":\"\\uD83D alone\"}", "unpaired surrogates" },
        { "{\"ignored\":[\"\\udc00\\ud800\"]}", "unpaired surrogates" },
        { "{\"a\":01}", "not valid JSON" },
        { "{\"a\":NaN}", "not valid JSON" },
    };

    private static readonly string[] Posts =
    [
        "/api/messaging/channels",
        "/api/messaging/submit",
        "/api/messaging/channels/01a20031-61fa-7304-aba0-a07b501e57a2/participants",
        "/api/messaging/channels/01a20031-61fa-7304-aba0-a07b501e57a2/agents",
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Post_WithAnUnreadableBody_Returns400OnEveryRoute(string body, string details)
    {
        foreach (var path in Posts)
            (await _api.PostRawAsync(path, body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("[1e400]")]
    [InlineData("""{"deep":1e999}""")]
    public async Task Post_WithNumbersOutOfRangeInFreeJson_Returns400(string number)
    {
        (await _api.PostRawAsync("/api/messaging/channels", $$$"""{"name":"numbers","metadata":{"n":{{{number}}}}}"""))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Field 'metadata' must not contain a number out of range");
        var channel = await _api.CreateChannelAsync($"numbers-{Guid.CreateVersion7():N}");
        (await _api.PostRawAsync("/api/messaging/submit", $$$"""{"channel_id":"{{{channel}}}","author_id":"a","content":"x","raw_message":{"n":{{{number}}}}}"""))
            .ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Field 'raw_message' must not contain a number out of range");
    }

    [Fact]
    public async Task Post_WithInvalidUtf8_Returns400()
    {
        byte[][] bodies = [[0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0], [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8], [.. "{\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]];
        foreach (var body in bodies)
            (await _api.PostRawAsync("/api/messaging/channels", body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Request body must be UTF-8");
    }

    [Fact]
    public async Task Post_WithAByteOrderMark_IsTaken() =>
        (await _api.PostRawAsync("/api/messaging/channels", [0xEF, 0xBB, 0xBF, .. "{\"name\":\"with-mark\"}"u8])).ShouldBe(201);

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Post_WithAnotherContentType_Returns415(string? contentType)
    {
        foreach (var path in Posts)
            (await _api.PostRawAsync(path, "{\"name\":\"x\"}"u8.ToArray(), contentType)).ShouldBeError(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/vnd.example+json")]
    public async Task Post_WithAnyJsonContentType_IsTaken(string contentType) =>
        (await _api.PostRawAsync("/api/messaging/channels", $$"""{"name":"type-{{contentType.Length}}"}""", contentType)).ShouldBe(201);

    [Fact]
    public async Task Post_OverOneMebibyte_Returns413()
    {
        var large = Encoding.UTF8.GetBytes($$"""{"name":"{{new string('x', 1024 * 1024)}}"}""");
        foreach (var path in Posts) (await _api.PostRawAsync(path, large)).ShouldBeError(413, "PAYLOAD_TOO_LARGE");

        // Without a length in front, the size shows only while it is read.
        (await PostChunkAsync(large)).ShouldBeError(413, "PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task Post_OfExactlyOneMebibyte_IsRead()
    {
        var body = $$"""{"name":"{{new string('x', (1024 * 1024) - 11)}}"}""";
        body.Length.ShouldBe(1024 * 1024);
        (await _api.PostRawAsync(Posts[0], body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldStartWith("Field 'name'");
    }

    /// <summary>The line may be reset before the answer is read, while the last of the body is on its way: then it is sent again.</summary>
    private async Task<Answer> PostChunkAsync(byte[] body)
    {
        while (true)
        {
            using var connection = await RawConnection.OpenAsync(_api.Client.BaseAddress!.Port);
            await connection.SendAsync($"POST {Posts[0]} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {ApiFactory.Key}\r\n"
                + $"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n");
            await connection.SendAsync(body);
            if (await connection.ReadAsync() is { } answer) return answer;
        }
    }
}
