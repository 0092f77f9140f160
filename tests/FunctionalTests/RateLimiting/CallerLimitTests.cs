using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.RateLimiting;

/// <summary>The buckets of people, agents and services.</summary>
public sealed class CallerLimitTests : IClassFixture<LimitedFactory>
{
    private const string Agents = "/api/agents";

    private readonly LimitedFactory _factory;

    public CallerLimitTests(LimitedFactory factory)
    {
        _factory = factory;
        factory.Refill();
    }

    [Fact]
    public async Task Request_OfAPerson_DrawsOnItsOwnBucketAndTheAddresses()
    {
        var answer = (await _factory.As("user:ada").GetAsync(Agents)).ShouldBe(200);

        answer.ShouldTellLimits().ShouldBe(["user", "address"]);
        answer.Headers["X-RateLimit-Limit"].ShouldBe("3");
        answer.Headers["X-RateLimit-Remaining"].ShouldBe("2");
        answer.Headers["X-RateLimit-Reset"].ShouldBe($"{_factory.Time.GetUtcNow().AddSeconds(20).ToUnixTimeSeconds()}");
        answer.Headers["RateLimit-Policy"].ShouldBe("\"user\";q=3;w=60, \"address\";q=10;w=3600");
        answer.Headers["RateLimit"].ShouldBe("\"user\";r=2;t=20, \"address\";r=9;t=360");
        answer.Headers.Keys.ShouldNotContain("Retry-After");
    }

    [Fact]
    public async Task Request_OfAnAgent_DrawsOnItsOwnBucketAndTheAddresses()
    {
        var answer = (await _factory.As("agent:parry").GetAsync(Agents)).ShouldBe(200);
        answer.Headers["RateLimit"].ShouldBe("\"agent\";r=3;t=15, \"address\";r=9;t=360");
    }

    [Fact]
    public async Task Request_OfAService_DrawsOnItsOwnBucketAlone()
    {
        var answer = (await _factory.As("service:crm").GetAsync(Agents)).ShouldBe(200);
        answer.Headers["RateLimit"].ShouldBe("\"service\";r=4;t=12");
        (await _factory.Anonymous.GetAsync("/health")).Left("address").ShouldBe(LimitedFactory.Address);
    }

    [Fact]
    public async Task Request_WithAKeyOfItsOwnLimit_DrawsOnTheKeysBucket()
    {
        var slow = _factory.As("slow:2");
        (await slow.GetAsync(Agents)).ShouldBe(200).Headers["RateLimit-Policy"].ShouldBe("\"service\";q=2;w=60");
        (await slow.GetAsync(Agents)).ShouldBe(200);
        (await slow.GetAsync(Agents)).ShouldBeRefused("service").ShouldBe(30);
    }

    [Theory]
    [InlineData("user:ada", "user", LimitedFactory.User, 20)]
    [InlineData("agent:parry", "agent", LimitedFactory.Agent, 15)]
    [InlineData("service:crm", "service", LimitedFactory.Service, 12)]
    public async Task Request_OverTheLimit_IsRefusedUntilRetryAfter(string credential, string policy, int permits, int seconds)
    {
        var api = _factory.As(credential);
        await LimitHeaders.RepeatAsync(permits, async () => (await api.GetAsync(Agents)).ShouldBe(200));

        (await api.GetAsync(Agents)).ShouldBeRefused(policy).ShouldBe(seconds);
        _factory.Time.Advance(TimeSpan.FromSeconds(seconds - 1));
        (await api.GetAsync(Agents)).ShouldBeRefused(policy).ShouldBe(1);
        _factory.Time.Advance(TimeSpan.FromSeconds(1));

        (await api.GetAsync(Agents)).ShouldBe(200);
        (await api.GetAsync(Agents)).ShouldBeRefused(policy);
    }

    [Fact]
    public async Task Request_OverTheLimit_LeavesOthersAlone()
    {
        await LimitHeaders.RepeatAsync(LimitedFactory.User, () => _factory.As("user:ada").GetAsync(Agents));
        (await _factory.As("user:ada").GetAsync(Agents)).ShouldBeRefused("user");
        (await _factory.As("user:bob").GetAsync(Agents)).ShouldBe(200);
    }

    [Fact]
    public async Task Request_ThatItsOwnBucketRefuses_DrawsOnTheAddressAllTheSame()
    {
        await LimitHeaders.RepeatAsync(LimitedFactory.User, async () => (await _factory.As("user:ada").GetAsync(Agents)).ShouldBe(200));
        for (var left = LimitedFactory.Address - LimitedFactory.User - 1; left > 0; left--)
        {
            var refused = await _factory.As("user:ada").GetAsync(Agents);
            refused.ShouldBeRefused("user").ShouldBe(20);
            refused.Left("address").ShouldBe(left);
        }

        (await _factory.As("user:ada").GetAsync(Agents)).ShouldBeRefused("user").ShouldBe(360, "now the address has none left either");
        (await _factory.As("user:ada").GetAsync(Agents)).ShouldBeRefused("address").ShouldBe(360);
    }

    [Fact]
    public async Task Request_OfAService_ThatItsOwnBucketRefuses_LeavesTheAddressAlone()
    {
        await LimitHeaders.RepeatAsync(LimitedFactory.Service, async () => (await _factory.As("service:crm").GetAsync(Agents)).ShouldBe(200));
        await LimitHeaders.RepeatAsync(2 * LimitedFactory.Address, async () => (await _factory.As("service:crm").GetAsync(Agents)).ShouldBeRefused("service"));
        (await _factory.Anonymous.GetAsync("/health")).Left("address").ShouldBe(LimitedFactory.Address);
    }

    [Theory]
    [InlineData("POST", "/api/messaging/channels", "{", "application/json", 400)]
    [InlineData("POST", "/api/messaging/channels", "{}", "text/plain", 415)]
    [InlineData("POST", "/api/messaging/submit", "{}", "application/json", 400)]
    [InlineData("GET", "/api/messaging/channels/x/messages?limit=0", null, null, 400)]
    [InlineData("GET", "/no/such/path", null, null, 404)]
    [InlineData("PUT", "/api/agents", null, null, 405)]
    public async Task Requests_ThatAreMalformed_CountTooAndAreRefusedAsSuch(string method, string path, string? body, string? type, int status)
    {
        foreach (var (credential, policy, permits) in new[] { ("user:ada", "user", LimitedFactory.User), ("service:crm", "service", LimitedFactory.Service) })
        {
            for (var i = permits; i > 0; i--) (await SendAsync(credential)).ShouldBe(status).Left(policy).ShouldBe(i - 1);
            (await SendAsync(credential)).ShouldBeRefused(policy);
        }

        async Task<Answer> SendAsync(string credential)
        {
            using var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, type!);
            return await _factory.As(credential).SendAsync(new HttpMethod(method), path, content);
        }
    }
}
