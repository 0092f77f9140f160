using Eliza.Application.Health;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Health;

public sealed class PendingMigrationTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    [Fact]
    public async Task Probe_WhileAMigrationIsPending_IsUnhealthyUntilItIsAppliedAndNeverAsksAgain()
    {
        var probe = new DatabaseProbe(factory.Services.GetRequiredService<IServiceScopeFactory>());
        var last = await factory.QueryAsync(async db => (await db.Database.GetAppliedMigrationsAsync(Token)).Last());

        await ForgetAsync(last);
        (await probe.LookAsync(Token)).ShouldBe(ProbeResult.Unhealthy("migrations are pending"));

        await factory.QueryAsync(db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ({last}, 'test')", Token));
        (await probe.LookAsync(Token)).ShouldBe(ProbeResult.Healthy);

        await ForgetAsync(last);
        (await probe.LookAsync(Token)).ShouldBe(ProbeResult.Healthy, "it was up to date once");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<int> ForgetAsync(string migration) =>
        factory.QueryAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {migration}", Token));
}
