using System.Data.Common;
using Eliza.Application.Health;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Persistence;

/// <summary>Whether the database answers, and has the tables of this version.</summary>
internal sealed class DatabaseProbe(IServiceScopeFactory scopes) : IHealthProbe
{
    /// <summary>Once all migrations were applied they stay so, and looking takes some milliseconds.</summary>
    private volatile bool _isMigrated;

    public string Name => "database";

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ElizaDbContext>();
            if (!_isMigrated)
            {
                if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return ProbeResult.Unhealthy("migrations are pending");
                _isMigrated = true;
            }
            await db.Servers.AnyAsync(cancellationToken);
            return ProbeResult.Healthy;
        }
        catch (Exception exception) when (exception is DbException || StorageFaults.IsUnavailable(exception))
        {
            return ProbeResult.Unhealthy("unreachable");
        }
    }
}
