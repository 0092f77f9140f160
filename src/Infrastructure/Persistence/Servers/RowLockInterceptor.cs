using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>Adds to marked queries what locks their rows.</summary>
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

    private void Lock(DbCommand command)
    {
        var text = command.CommandText;
        if (text.StartsWith(RowLocks.Wait, StringComparison.Ordinal)) command.CommandText = locking(text, false);
        else if (text.StartsWith(RowLocks.Skip, StringComparison.Ordinal)) command.CommandText = locking(text, true);
    }
}
