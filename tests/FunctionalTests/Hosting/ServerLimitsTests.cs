using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Eliza.FunctionalTests.Hosting;

public sealed class ServerLimitsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Head = "POST /api/messaging/submit HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n";

    private static string Key => $"Authorization: Bearer {ApiFactory.Key}\r\n";

    [Fact]
    public void Limits_OfTheWebServer_AreThoseOfAPublicOne()
    {
        var server = factory.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;

        server.AddServerHeader.ShouldBeFalse();
        server.AllowSynchronousIO.ShouldBeFalse();
        server.Limits.MaxRequestBodySize.ShouldBe(1024 * 1024);
        server.Limits.MaxRequestHeadersTotalSize.ShouldBe(32 * 1024);
        server.Limits.MaxRequestHeaderCount.ShouldBe(100);
        server.Limits.MaxRequestLineSize.ShouldBe(8 * 1024);
        server.Limits.RequestHeadersTimeout.ShouldBe(TimeSpan.FromSeconds(15));
        server.Limits.KeepAliveTimeout.ShouldBe(TimeSpan.FromSeconds(130));
        server.Limits.MinRequestBodyDataRate.ShouldNotBeNull().BytesPerSecond.ShouldBe(240);
        server.Limits.MinResponseDataRate.ShouldNotBeNull().BytesPerSecond.ShouldBe(240);
        server.Limits.Http2.MaxStreamsPerConnection.ShouldBe(100);
        server.Limits.Http2.KeepAlivePingDelay.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Request_WithoutACredential_IsRefusedBeforeItsBodyIsRead()
    {
        using var connection = await OpenAsync();
        await connection.SendAsync(Head + "\r\n");

        (await connection.ReadAsync()).ShouldNotBeNull().ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    [Fact]
    public async Task Request_ThatExpectsToBeAsked_IsAskedForItsBodyOnlyWithACredential()
    {
        using var refused = await OpenAsync();
        await refused.SendAsync(Head + "Expect: 100-continue\r\n\r\n");
        (await refused.ReadAsync()).ShouldNotBeNull().ShouldBeError(401, "AUTHENTICATION_FAILED");
        refused.WasAskedToContinue.ShouldBeFalse();

        using var asked = await OpenAsync();
        await asked.SendAsync(Head + Key + "Expect: 100-continue\r\n\r\n");
        (await asked.ReadAsync("{}")).ShouldNotBeNull().ShouldBeError(400, "VALIDATION_ERROR");
        asked.WasAskedToContinue.ShouldBeTrue();
    }

    [Theory]
    [InlineData("GET /api/agents HTTP/1.1\r\nHost: x\r\nX-Long: ", 40_000, 431)]
    [InlineData("GET /api/agents?", 20_000, 414)]
    public async Task Request_WithAnEndlessHead_IsRefusedByTheWebServer(string start, int length, int status)
    {
        using var connection = await OpenAsync();
        await connection.SendAsync(start + new string('x', length));

        (await connection.ReadAsync()).ShouldNotBeNull().ShouldBe(status).Text.ShouldBeEmpty();
        (await connection.HasEndedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Request_WhoseLengthIsTooLarge_IsRefusedBeforeItsBodyIsSent()
    {
        using var connection = await OpenAsync();
        await connection.SendAsync(Head.Replace("Length: 2", "Length: 1048577", StringComparison.Ordinal) + Key + "\r\n");

        (await connection.ReadAsync()).ShouldNotBeNull().ShouldBeError(413, "PAYLOAD_TOO_LARGE");
    }

    private Task<RawConnection> OpenAsync() => RawConnection.OpenAsync(factory.Api.Client.BaseAddress!.Port);
}
