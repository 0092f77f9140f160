using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.RateLimiting;

/// <summary>Who watches the server is never refused, and nobody else may pass for such a one.</summary>
public sealed class ProbeTests : IClassFixture<LimitedFactory>
{
    private const int Guesses = 30;

    private readonly LimitedFactory _factory;

    public ProbeTests(LimitedFactory factory)
    {
        _factory = factory;
        factory.Refill();
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/HEALTH")]
    [InlineData("/health/")]
    [InlineData("/health?verbose=1")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Probe_WithoutACredential_TakesNothing(string path)
    {
        await LimitHeaders.RepeatAsync(2 * LimitedFactory.Address, async () =>
            (await _factory.Anonymous.GetAsync(path)).Left("address").ShouldBe(LimitedFactory.Address));

        await LimitHeaders.RepeatAsync(LimitedFactory.Address, () => _factory.Anonymous.GetAsync("/api/server/ping"));
        (await ProbeAsync(path)).Headers["RateLimit"].ShouldBe("\"address\";r=0;t=360");
    }

    [Theory]
    [InlineData("GET", "/health/other", 401)]
    [InlineData("GET", "/healthy", 401)]
    [InlineData("POST", "/health", 401)]
    [InlineData("GET", "/api/server/ping", 200)]
    [InlineData("GET", "/api/server/health", null)]
    public async Task Request_ThatIsNoProbe_DrawsOnTheAddress(string method, string path, int? status)
    {
        for (var left = LimitedFactory.Address; left > 0; left--)
        {
            var answer = await SendAsync();
            answer.Left("address").ShouldBe(left - 1);
            if (status is { } known) answer.ShouldBe(known);
        }
        (await SendAsync()).ShouldBeRefused("address");

        Task<Answer> SendAsync() => _factory.Anonymous.SendAsync(new HttpMethod(method), path, null);
    }

    [Theory]
    [InlineData("/api/server/health", "wrong")]
    [InlineData("/health/guess", "wrong")]
    [InlineData("/api/server/health", "eliza_agent_wrong")]
    [InlineData("/health/guess", "eliza_agent_wrong")]
    [InlineData("/api/server/health", "wr.on.g")]
    [InlineData("/health/guess", "wr.on.g")]
    public async Task Guesses_OfKeysBesideTheProbe_AreRefusedInTheEnd(string path, string credential)
    {
        for (var i = 1; i <= Guesses; i++)
        {
            var answer = await _factory.As($"{credential}-{i}").GetAsync(path);
            if (i <= LimitedFactory.Address) answer.Left("address").ShouldBe(LimitedFactory.Address - i);
            else answer.ShouldBeRefused("address");
        }
        await ProbeAsync("/health");
    }

    [Theory]
    [InlineData("user:ada")]
    [InlineData("service:crm")]
    [InlineData("wrong")]
    [InlineData("wr.on.g")]
    public async Task Probe_WithACredential_IsAnsweredWithoutALookAtIt(string credential)
    {
        await LimitHeaders.RepeatAsync(2 * LimitedFactory.Address, async () =>
        {
            var answer = await _factory.As(credential).GetAsync("/health/live");
            answer.ShouldBe(200);
            answer.Left("address").ShouldBe(LimitedFactory.Address);
        });
    }

    /// <summary>Agents count as unwell when the clock leaps and they have not yet been heard of.</summary>
    private async Task<Answer> ProbeAsync(string path)
    {
        var answer = await _factory.Anonymous.GetAsync(path);
        answer.Status.ShouldBeOneOf(200, 503);
        return answer;
    }
}
