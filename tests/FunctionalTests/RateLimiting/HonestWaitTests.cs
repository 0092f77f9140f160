using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.RateLimiting;

/// <summary>Whoever waits as long as it was told passes, whatever the services at the same address do meanwhile.</summary>
public sealed class HonestWaitTests : IClassFixture<LimitedFactory>
{
    private const string Agents = "/api/agents";
    private const int Services = 4;
    private const int Waits = 40;

    private readonly LimitedFactory _factory;

    public HonestWaitTests(LimitedFactory factory)
    {
        _factory = factory;
        factory.Refill();
    }

    [Theory]
    [InlineData(null, "/api/server/ping")]
    [InlineData("wrong", "/api/server/ping")]
    [InlineData("user:ada", Agents)]
    [InlineData("user:a.d.a", Agents)]
    [InlineData("agent:parry", Agents)]
    public async Task Request_AfterItsWait_PassesBesideServices(string? credential, string path)
    {
        var api = credential is null ? _factory.Anonymous : _factory.As(credential);
        using var end = new CancellationTokenSource();
        var services = Enumerable.Range(0, Services).Select(_ => Task.Run(() => CallUntilAsync(end.Token))).ToList();
        try
        {
            for (var waits = 0; waits < Waits;)
            {
                var answer = await api.GetAsync(path);
                if (answer.Status == 200) continue;
                _factory.Time.Advance(TimeSpan.FromSeconds(int.Parse(answer.ShouldBe(429).Headers["Retry-After"])));
                (await api.GetAsync(path)).ShouldBe(200);
                waits++;
            }
        }
        finally
        {
            await end.CancelAsync();
        }
        (await Task.WhenAll(services)).Sum().ShouldBeGreaterThan(0);
    }

    /// <summary>How many requests of a service passed.</summary>
    private async Task<int> CallUntilAsync(CancellationToken end)
    {
        var api = _factory.As("slow:1000000");
        var passed = 0;
        while (!end.IsCancellationRequested)
        {
            var answer = (await api.GetAsync(Agents)).ShouldBe(200);
            answer.ShouldTellLimits().ShouldBe(["service"]);
            passed++;
        }
        return passed;
    }
}
