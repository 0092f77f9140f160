using System.Text.RegularExpressions;
using Eliza.Application.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <inheritdoc/>
internal sealed partial class SqlServerFaults : IDatabaseFaults
{
    /// <summary>The numbers of SQL Server's errors (sys.messages).</summary>
    private const int ForeignKeyViolation = 547;
    private const int Deadlock = 1205;
    private const int UniqueIndexViolation = 2601;
    private const int UniqueConstraintViolation = 2627;
    private const int StatementTookTooLong = -2;
    private const int LockTookTooLong = 1222;

    /// <summary>From this class on an error is one of the system's resources, or ends the connection.</summary>
    private const int FirstClassOfResources = 17;

    /// <summary>What the client throws where there is no connection any more, or none to be had from its pool.</summary>
    private const string Client = "Microsoft.Data.SqlClient";

    /// <summary>No right, a database or log that is full, read-only or out of reach, a login that fails, a service that is busy; by the request's fault none of them.</summary>
    private static readonly HashSet<int> Unavailable =
        [
            53, 229, 230, 233, 262, 916, 924, 942, 945, 978, 983, 1105, 3906, 3908, 4060, 9002, 10053, 10054, 10060,
            10928, 10929, 18452, 18456, 18470, 40197, 40501, 40613, 49918, 49919, 49920,
        ];

    public Commit? Explain(Exception exception)
    {
        if (exception is DbUpdateConcurrencyException) return Commit.Stale;
        return Inner(exception) switch
        {
            null => IsUnavailable(exception) ? Commit.Refused(CommonErrors.StorageUnavailable) : null,

            // What the handler saw is gone, or another transaction waited for ours as ours did for it.
            { Number: ForeignKeyViolation or Deadlock or SqlServerLocks.NotTaken } => Commit.Stale,
            { Number: UniqueIndexViolation or UniqueConstraintViolation } taken => Explain(NameIn().Match(taken.Message)),
            { } fault when IsTimeUp(fault) => Commit.Refused(CommonErrors.Busy),
            { } fault when IsUnavailable(fault) => Commit.Refused(CommonErrors.StorageUnavailable),
            _ => null,
        };
    }

    public static bool IsUnavailable(Exception exception) => Inner(exception) is { } fault
        ? fault.Number != Deadlock && (IsTimeUp(fault) || fault.Class >= FirstClassOfResources || Unavailable.Contains(fault.Number))
        : IsOfTheClient(exception);

    /// <summary>Whether something took too long, a lock or a statement. It is not repeated: others would wait for as long again.</summary>
    public static bool IsTimeUp(Exception exception) =>
        exception is TimeoutException or SqlException { Number: StatementTookTooLong or LockTookTooLong or SqlServerLocks.TooLate }
        || (exception.InnerException is { } inner && IsTimeUp(inner));

    private static bool IsOfTheClient(Exception exception) =>
        exception is InvalidOperationException { Source: Client } || (exception.InnerException is { } inner && IsOfTheClient(inner));

    /// <summary>A primary key says that what the handler did not see is there by now.</summary>
    private static Commit Explain(Match name) =>
        name.Groups["name"].Value is var index && index.StartsWith("PK_", StringComparison.Ordinal) ? Commit.Stale : TakenPlaces.Explain(index);

    private static SqlException? Inner(Exception exception) =>
        exception as SqlException ?? (exception.InnerException is { } inner ? Inner(inner) : null);

    /// <summary>
    /// As in "… with unique index 'UX_Channels_ServerId_NameKey'." and "Violation of PRIMARY KEY constraint 'PK_Sessions'."; our names have these
    /// beginnings. Other languages have other quotation marks.
    /// </summary>
    [GeneratedRegex(@"\b(?<name>(?:PK|AK|UX|IX)_[A-Za-z_]+)\b")]
    private static partial Regex NameIn();
}
