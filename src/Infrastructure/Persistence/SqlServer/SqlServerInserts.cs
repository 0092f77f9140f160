using System.Text;
using Microsoft.EntityFrameworkCore.SqlServer.Update.Internal;
using Microsoft.EntityFrameworkCore.Update;

#pragma warning disable EF1001 // There is no public way to say this; the tests of what is sent to SQL Server tell when it is none any more.

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Rows that the database numbers are inserted by a statement each, still many in one batch: EF would insert them by one MERGE, which may
/// number them in any order, and the numbers of messages and runs are to rise in the order of their coming.
/// </summary>
internal sealed class SqlServerInserts(UpdateSqlGeneratorDependencies dependencies) : SqlServerUpdateSqlGenerator(dependencies)
{
    public override ResultSetMapping AppendBulkInsertOperation(
        StringBuilder commandStringBuilder, IReadOnlyList<IReadOnlyModificationCommand> modificationCommands, int commandPosition, out bool requiresTransaction)
    {
        if (!modificationCommands[0].ColumnModifications.Any(column => column.IsRead))
            return base.AppendBulkInsertOperation(commandStringBuilder, modificationCommands, commandPosition, out requiresTransaction);

        var result = ResultSetMapping.NoResults;
        foreach (var command in modificationCommands) result = AppendInsertOperation(commandStringBuilder, command, commandPosition++, out _);
        requiresTransaction = modificationCommands.Count > 1;
        return result;
    }
}
