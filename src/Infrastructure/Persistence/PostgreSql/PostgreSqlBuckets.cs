using Eliza.Infrastructure.Persistence.Servers;
using Eliza.Infrastructure.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.PostgreSql;

/// <summary>
/// Rows are inserted, and locked, in the order in which they are given. What is inserted can be seen in the conflict; what was taken is no
/// column, and is found in its list by the key's place.
/// </summary>
internal sealed class PostgreSqlBuckets : IRateBucketUpsert
{
    private const string Upsert = """
        INSERT INTO "RateBuckets" AS bucket ("Key", "FullAt")
        SELECT told.key, told.full_at FROM unnest({0}, {1}) AS told(key, full_at)
        ON CONFLICT ("Key") DO UPDATE SET "FullAt" = LEAST(
            GREATEST(bucket."FullAt" + ({2})[array_position({0}, EXCLUDED."Key"::text)], EXCLUDED."FullAt"),
            ({3})[array_position({0}, EXCLUDED."Key"::text)])
        RETURNING bucket."Key", bucket."FullAt"
        """;

    public Task<List<RateBucket>> AddAsync(ElizaDbContext db, IReadOnlyList<BucketReport> reports, CancellationToken cancellationToken)
    {
        var keys = reports.Select(report => report.Key).ToArray();
        var fullAt = reports.Select(report => report.FullAt).ToArray();
        var taken = reports.Select(report => report.Taken).ToArray();
        var latest = reports.Select(report => report.Latest).ToArray();
        return db.Set<RateBucket>().FromSqlRaw(Upsert, keys, fullAt, taken, latest).AsNoTracking().ToListAsync(cancellationToken);
    }
}
