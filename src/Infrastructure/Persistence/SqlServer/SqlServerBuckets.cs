using Eliza.Infrastructure.Persistence.Servers;
using Eliza.Infrastructure.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <summary>Holds the range of each key, so that nobody inserts a row in between that was not found. Who is the victim of a deadlock tries again.</summary>
internal sealed class SqlServerBuckets : IRateBucketUpsert
{
    private const string Values = "{values}";

    private const string Upsert = """
        MERGE INTO "RateBuckets" WITH (HOLDLOCK) AS bucket
        USING (VALUES {values}) AS told("Key", "Taken", "FullAt", "Latest") ON bucket."Key" = told."Key" COLLATE Latin1_General_100_BIN2
        WHEN MATCHED THEN UPDATE SET "FullAt" = CASE
            WHEN bucket."FullAt" + told."Taken" >= told."Latest" THEN told."Latest"
            WHEN bucket."FullAt" + told."Taken" >= told."FullAt" THEN bucket."FullAt" + told."Taken"
            ELSE told."FullAt" END
        WHEN NOT MATCHED THEN INSERT ("Key", "FullAt") VALUES (told."Key", told."FullAt")
        OUTPUT inserted."Key", inserted."FullAt";
        """;

    /// <summary>Four parameters each; a statement may have some 2,000.</summary>
    public Task<List<RateBucket>> AddAsync(ElizaDbContext db, IReadOnlyList<BucketReport> reports, CancellationToken cancellationToken)
    {
        var values = string.Join(", ", reports.Select((_, i) => $"({{{4 * i}}}, {{{4 * i + 1}}}, {{{4 * i + 2}}}, {{{4 * i + 3}}})"));
        object[] parameters = [.. reports.SelectMany(report => (object[])[report.Key, report.Taken, report.FullAt, report.Latest])];
        return db.Set<RateBucket>().FromSqlRaw(Upsert.Replace(Values, values, StringComparison.Ordinal), parameters).AsNoTracking().ToListAsync(cancellationToken);
    }
}
