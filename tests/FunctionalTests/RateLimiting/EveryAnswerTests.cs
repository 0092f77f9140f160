using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.RateLimiting;

/// <summary>Whatever the server answers, it tells the limits.</summary>
public sealed class EveryAnswerTests : IClassFixture<LimitedFactory>
{
    private readonly LimitedFactory _factory;

    public EveryAnswerTests(LimitedFactory factory)
    {
        _factory = factory;
        factory.Refill();
    }

    [Theory]
    [InlineData(200, "GET", "/api/agents", null)]
    [InlineData(201, "POST", "/api/messaging/channels", """{"name": "limited"}""")]
    [InlineData(400, "POST", "/api/messaging/channels", "[]")]
    [InlineData(404, "GET", "/api/messaging/channels/x", null)]
    [InlineData(404, "GET", "/no/such/path", null)]
    [InlineData(405, "PUT", "/api/agents", null)]
    [InlineData(409, "POST", "/api/messaging/channels", """{"name": "limited-twice"}""", "/api/messaging/channels")]
    public async Task Answer_OfAnySort_TellsTheLimits(int status, string method, string path, string? body, string? first = null)
    {
        var api = _factory.As("user:ada");
        if (first is not null) (await api.PostRawAsync(first, body!)).ShouldBe(201);
        using var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = (await api.SendAsync(new HttpMethod(method), path, content)).ShouldBe(status);

        answer.ShouldTellLimits().ShouldBe(["user", "address"]);
        answer.Left("user").ShouldBe(LimitedFactory.User - (first is null ? 1 : 2));
    }

    [Fact]
    public async Task Answer_ToABodyThatIsTooLargeOrNoJson_TellsTheLimits()
    {
        var api = _factory.As("user:ada");
        (await api.PostRawAsync("/api/messaging/channels", new byte[1024 * 1024 + 1])).ShouldBe(413).ShouldTellLimits();
        (await api.PostRawAsync("/api/messaging/channels", "hello", "text/plain")).ShouldBe(415).Left("user").ShouldBe(LimitedFactory.User - 2);
    }

    [Fact]
    public async Task Answer_WhenTheServerHasABug_TellsTheLimits()
    {
        var answer = await _factory.As("bug").GetAsync("/api/agents");
        answer.ShouldBeError(500, "INTERNAL_ERROR").ShouldTellLimits().ShouldBe(["address"]);
        answer.Left("address").ShouldBe(LimitedFactory.Address, "it may have been a service's");
    }

    [Fact]
    public async Task Answer_WithoutACredential_TellsTheLimits()
    {
        (await _factory.Anonymous.GetAsync("/api/agents")).ShouldBe(401).ShouldTellLimits().ShouldBe(["address"]);
        (await _factory.Anonymous.GetAsync("/health")).ShouldTellLimits().ShouldBe(["address"]);
        (await _factory.Anonymous.GetAsync("/api/server/ping")).ShouldBe(200).ShouldTellLimits().ShouldBe(["address"]);
    }
}
