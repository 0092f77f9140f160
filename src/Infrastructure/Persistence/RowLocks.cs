using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence;

/// <summary>
/// Marks queries whose rows are to be kept from other writers until the end of the transaction. LINQ has no word for it: where several
/// servers share a database an interceptor adds what that database calls it. On SQLite, which has one writer, nothing needs to be added.
/// </summary>
internal static class RowLocks
{
    /// <summary>How EF begins the text of a query that waits for rows which others hold.</summary>
    public const string Wait = "-- lock rows\n";

    /// <summary>How EF begins the text of a query that passes over them.</summary>
    public const string Skip = "-- lock rows, skip locked\n";

    /// <summary>Waits for rows that others hold.</summary>
    public static IQueryable<T> Locked<T>(this IQueryable<T> rows) => rows.TagWith("lock rows");

    /// <summary>Passes over rows that others hold.</summary>
    public static IQueryable<T> LockedOrSkipped<T>(this IQueryable<T> rows) => rows.TagWith("lock rows, skip locked");
}
