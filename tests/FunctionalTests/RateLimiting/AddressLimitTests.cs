using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.RateLimiting;

/// <summary>The bucket of an address, which stands in front of authentication.</summary>
public sealed class AddressLimitTests : IClassFixture<LimitedFactory>
{
    private const string Agents = "/api/agents";

    private readonly LimitedFactory _factory;

    public AddressLimitTests(LimitedFactory factory)
    {
        _factory = factory;
        factory.Refill();
    }

    [Fact]
    public async Task Request_OfNobody_DrawsOnTheAddressesBucket()
    {
        var answer = (await _factory.Anonymous.GetAsync(Agents)).ShouldBeError(401, "AUTHENTICATION_FAILED");
        answer.ShouldTellLimits().ShouldBe(["address"]);
        answer.Headers["X-RateLimit-Limit"].ShouldBe("10");
        answer.Headers["X-RateLimit-Remaining"].ShouldBe("9");
        answer.Headers["X-RateLimit-Reset"].ShouldBe($"{_factory.Time.GetUtcNow().AddMinutes(6).ToUnixTimeSeconds()}");
    }

    [Fact]
    public async Task Requests_OfNobody_AreRefusedUntilRetryAfter()
    {
        await EmptyAsync();
        (await _factory.Anonymous.GetAsync(Agents)).ShouldBeRefused("address").ShouldBe(360);
        _factory.Time.Advance(TimeSpan.FromSeconds(359.5));
        (await _factory.Anonymous.GetAsync("/api/server/ping")).ShouldBeRefused("address").ShouldBe(1);
        _factory.Time.Advance(TimeSpan.FromSeconds(1));
        (await _factory.Anonymous.GetAsync("/api/server/ping")).ShouldBe(200).Left("address").ShouldBe(0);
    }

    [Fact]
    public async Task Requests_WithWrongKeys_EmptyTheBucketTooAndAreThenRefused()
    {
        for (var i = LimitedFactory.Address; i > 0; i--) (await _factory.As($"wrong-{i}").GetAsync(Agents)).ShouldBe(401).Left("address").ShouldBe(i - 1);
        (await _factory.As("wrong-again").GetAsync(Agents)).ShouldBeRefused("address");
        (await _factory.As("wrong-again").GetAsync("/api/server/ping")).ShouldBeRefused("address");
    }

    [Theory]
    [InlineData("Authorization", "Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln")]
    [InlineData("Authorization", "Bearer eliza_agent_0123456789")]
    [InlineData("X-API-Key", "eliza_agent_0123456789")]
    [InlineData("Authorization", "Basic service:crm")]
    [InlineData("X-API-Key", "")]
    public async Task Request_ThatCannotBeAServices_IsRefusedWithoutALookUp(string header, string value)
    {
        await EmptyAsync();
        var before = _factory.Callers.LookUps;
        using var client = _factory.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        (await new Api(client).GetAsync(Agents)).ShouldBeRefused("address");

        _factory.Callers.LookUps.ShouldBe(before);
    }

    [Fact]
    public async Task Request_OfAPersonOrAnAgent_IsRefusedWhenTheAddressesBucketIsEmpty()
    {
        await EmptyAsync();
        var refused = await _factory.As("user:ada").GetAsync(Agents);
        refused.ShouldBeRefused("address").ShouldBe(360);
        refused.Left("user").ShouldBe(LimitedFactory.User, "what is refused takes nothing");
        (await _factory.As("agent:parry").GetAsync(Agents)).ShouldBeRefused("address");
    }

    [Fact]
    public async Task Request_RefusedAtTheDoor_KnowsTheAddressesBucketAlone()
    {
        await EmptyAsync();
        var refused = await _factory.As("user:a.d.a").GetAsync(Agents);
        refused.ShouldBeRefused("address").ShouldBe(360);
        refused.ShouldTellLimits().ShouldBe(["address"]);
    }

    [Fact]
    public async Task Request_OfAService_PassesThoughTheAddressesBucketIsEmpty()
    {
        await EmptyAsync();
        (await _factory.As("service:crm").GetAsync(Agents)).ShouldBe(200).ShouldTellLimits().ShouldBe(["service"]);
        (await _factory.As("service:with.point").GetAsync(Agents)).ShouldBe(200);
        using var client = _factory.CreateClient();
        client.DefaultRequestHeaders.Add("X-API-Key", "service:with.two.points");
        (await new Api(client).GetAsync(Agents)).ShouldBe(200);
        (await _factory.As("service:crm").GetAsync("/no/such/path")).ShouldBe(404);
    }

    [Fact]
    public async Task Request_WhenBothBucketsAreEmpty_WaitsForTheSlowerOne()
    {
        await LimitHeaders.RepeatAsync(LimitedFactory.User, () => _factory.As("user:ada").GetAsync(Agents));
        await LimitHeaders.RepeatAsync(LimitedFactory.Address - LimitedFactory.User, () => _factory.Anonymous.GetAsync(Agents));
        var wait = (await _factory.As("user:ada").GetAsync(Agents)).ShouldBeRefused("address");
        _factory.Time.Advance(TimeSpan.FromSeconds(wait));
        (await _factory.As("user:ada").GetAsync(Agents)).ShouldBe(200);
    }

    [Fact]
    public async Task ForwardedFor_WithoutATrustedProxy_ChangesNothing()
    {
        for (var i = LimitedFactory.Address; i > 0; i--)
        {
            using var client = _factory.CreateClient();
            client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            (await new Api(client).GetAsync("/api/server/ping")).ShouldBe(200).Left("address").ShouldBe(i - 1);
        }
        (await _factory.Anonymous.GetAsync("/api/server/ping")).ShouldBeRefused("address");
    }

    private Task EmptyAsync() => LimitHeaders.RepeatAsync(LimitedFactory.Address, async () => (await _factory.Anonymous.GetAsync("/api/server/ping")).ShouldBe(200));
}
