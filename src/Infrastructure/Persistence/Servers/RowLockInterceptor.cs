using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>Adds to marked queries what locks their rows. A lock that could not be had is a mistake that is to be seen: without it others' work is lost.</summary>
/// <param name="locking">Makes of a query one that locks; the second says whether it passes over what others hold.</param>
internal sealed class RowLockInterceptor(Func<string, bool, string> locking) : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Lock(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Lock(command);
        return ValueTask.FromResult(result);
    }

    internal void Lock(DbCommand command)
    {
        if (RowLocks.SkipsLocked(command.CommandText) is not { } skips) return;
        if (command.Transaction is null) throw new InvalidOperationException("Rows are locked until the end of a transaction, and there is none.");
        command.CommandText = locking(command.CommandText, skips);
    }
}
