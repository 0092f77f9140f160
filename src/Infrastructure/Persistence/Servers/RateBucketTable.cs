using Eliza.Infrastructure.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <inheritdoc/>
internal sealed class RateBucketTable(IServiceScopeFactory scopes, IRateBucketUpsert upsert) : IBucketTable
{
    public async Task<IReadOnlyDictionary<string, long>> AddAsync(IReadOnlyList<BucketReport> reports, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await upsert.AddAsync(scope.ServiceProvider.GetRequiredService<ElizaDbContext>(), reports, cancellationToken);
        return rows.ToDictionary(row => row.Key, row => row.FullAt, StringComparer.Ordinal);
    }

    /// <summary>The rows are looked at again while they are removed: somebody may have taken from one since it was found.</summary>
    public async Task<int> RemoveFullAsync(long at, int most, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<ElizaDbContext>().Set<RateBucket>();
        var keys = await rows.Where(row => row.FullAt < at).OrderBy(row => row.FullAt).Select(row => row.Key).Take(most).ToListAsync(cancellationToken);
        return keys.Count == 0 ? 0 : await rows.Where(row => keys.Contains(row.Key) && row.FullAt < at).ExecuteDeleteAsync(cancellationToken);
    }
}
