using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence;

/// <summary>
/// Marks queries whose rows are to be kept from other writers until the end of the transaction. LINQ has no word for it: where several
/// servers share a database an interceptor adds what that database calls it. On SQLite, which has one writer, nothing needs to be added.
/// </summary>
internal static class RowLocks
{
    /// <summary>
    /// So many milliseconds a transaction waits for a lock, of whatever kind: longer than a database lets a node that stands still keep one, and
    /// shorter than a client waits. Whoever waits so long is refused, and holds up nobody meanwhile but who waits for the same.
    /// </summary>
    public const int LongestWait = 8_000;

    private const string Wait = "lock rows";
    private const string Skip = "lock free rows";

    /// <summary>How EF begins the text of every query with a tag; what ends the line differs between systems.</summary>
    private const string Comment = "-- ";

    /// <summary>Waits for rows that others hold.</summary>
    public static IQueryable<T> Locked<T>(this IQueryable<T> rows) => rows.TagWith(Wait);

    /// <summary>Passes over rows that others hold.</summary>
    public static IQueryable<T> LockedOrSkipped<T>(this IQueryable<T> rows) => rows.TagWith(Skip);

    /// <summary>Whether a query passes over what others hold; null for one that is not marked.</summary>
    /// <exception cref="InvalidOperationException">It begins with a mark that is none of these: behind it one of these might stand.</exception>
    public static bool? SkipsLocked(string query) =>
        !query.StartsWith(Comment, StringComparison.Ordinal) ? null
        : query.StartsWith(Comment + Wait, StringComparison.Ordinal) ? false
        : query.StartsWith(Comment + Skip, StringComparison.Ordinal) ? true
        : throw new InvalidOperationException("A query begins with a comment that nobody knows.");
}
