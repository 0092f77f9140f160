using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Jobs;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Jobs;

/// <summary>How many questions one caller may have on their way.</summary>
public sealed class JobLimitTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Path = "/api/messaging/jobs";
    private const int Limit = 10_000;

    [Fact]
    public async Task Create_BeyondACallersShare_Returns503ToThatCallerAlone()
    {
        var key = (await factory.Api.PostAsync("/api/auth/keys", new { name = "busy", kind = "service", scopes = new[] { "messages:write" } })).ShouldBe(201).Data;
        var busy = new Api(factory.CreateAuthorizedClient(key.GetProperty("key").GetString()!));
        await AskAsync($"key:{key.GetProperty("id").GetGuid()}", Limit - 1, TimeSpan.FromMinutes(5));
        await AskAsync($"key:{key.GetProperty("id").GetGuid()}", 10, TimeSpan.Zero);

        (await CreateAsync(busy)).ShouldBe(201);
        var refused = (await CreateAsync(busy)).ShouldBeError(503, "SERVICE_UNAVAILABLE");

        refused.Details.ShouldBe("At most 10000 jobs of yours may wait for their answers; try again when some of them have expired");
        refused.Headers.ContainsKey("Retry-After").ShouldBeTrue();
        (await CreateAsync(await factory.ServiceAsync("messages:write"))).ShouldBe(201);
        (await CreateAsync(factory.Api)).ShouldBe(201);
    }

    private static Task<Answer> CreateAsync(Api api) => api.PostAsync(Path, new { userId = "ada", content = "Hello", timeoutMs = 300_000 });

    /// <summary>Puts jobs into the database: to ask as often would take long, and nothing depends on the questions.</summary>
    private async Task AskAsync(string owner, int count, TimeSpan timeout)
    {
        var channel = new ChannelId(await factory.Api.CreateChannelAsync($"jobs-{Guid.CreateVersion7():N}"));
        var now = DateTimeOffset.UtcNow;
        (await factory.QueryAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, count).Select(_ => Job.Ask(
                JobId.New(now), owner, ActorId.From(Api.Eliza), ActorId.From("ada"), channel, new MessageId(Guid.CreateVersion7()), Metadata.Empty, timeout, now)));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        })).ShouldBe(count);
    }
}
