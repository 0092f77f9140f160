using System.Net.Sockets;
using System.Text;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Contract;

public sealed class EnvelopeTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/nope")]
    [InlineData("/api/messaging/nope")]
    [InlineData("/api/messaging/channels/1/2/3/4")]
    [InlineData("/api/messaging/channels/%2e%2e/%2e%2e/etc")]
    public async Task Get_OfAnUnknownPath_Returns404(string path) =>
        (await _api.GetAsync(path)).ShouldBeError(404, "RESOURCE_NOT_FOUND");

    [Theory]
    [InlineData("PUT", "/api/messaging/submit", "POST")]
    [InlineData("GET", "/api/messaging/submit", "POST")]
    [InlineData("DELETE", "/api/agents", "GET")]
    [InlineData("BREW", "/api/agents", "GET")]
    public async Task Request_WithAnotherMethod_Returns405NamingTheAllowedOnes(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.Allow.ShouldContain(allowed);
        (await _api.SendAsync(new HttpMethod(method), path, null)).ShouldBeError(405, "METHOD_NOT_ALLOWED");
    }

    [Fact]
    public async Task Request_WithItsOwnId_GetsItBack()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/agents");
        request.Headers.Add("X-Request-Id", "my-request.1_A");
        using var response = await _api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.Headers.GetValues("X-Request-Id").ShouldBe(["my-request.1_A"]);
    }

    [Fact]
    public async Task Request_WithAnIndecentId_GetsOneOfOurs()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/agents");
        request.Headers.TryAddWithoutValidation("X-Request-Id", "<script>\"");
        using var response = await _api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Guid.TryParse(response.Headers.GetValues("X-Request-Id").Single(), out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("ZZ")]
    [InlineData("fffffffff")]
    public async Task Request_WithABrokenChunk_Returns400(string size)
    {
        var text = await SendRawAsync($"POST /api/messaging/channels HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ApiFactory.Key}\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + size + "\r\n{}\r\n0\r\n\r\n");
        text.ShouldStartWith("HTTP/1.1 400");
        text.ShouldContain("VALIDATION_ERROR");
    }

    [Fact]
    public async Task Answers_AreNotSniffedAndNameNoServer()
    {
        var answer = await _api.GetAsync("/api/agents");
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers.TryGetValue("Server", out _).ShouldBeFalse();
    }

    private async Task<string> SendRawAsync(string request)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync("127.0.0.1", _api.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
