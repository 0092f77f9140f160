using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Eliza.UnitTests.Persistence.SqlServer;

/// <summary>A command with the parameters of SQL Server's client, which gives them their types.</summary>
internal sealed class RecordingCommand : DbCommand
{
    private readonly SqlCommand _command = new();

    [AllowNull]
    public override string CommandText { get => _command.CommandText; set => _command.CommandText = value; }

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => _command.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
        // Nothing is under way.
    }

    public override void Prepare()
    {
        // Nobody keeps it.
    }

    public override int ExecuteNonQuery()
    {
        Note();
        return 0;
    }

    public override object? ExecuteScalar()
    {
        Note();
        return null;
    }

    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => (Note().Answer(CommandText) ?? new DataTable()).CreateDataReader();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _command.Dispose();
        base.Dispose(disposing);
    }

    private RecordingConnection Note()
    {
        var connection = (RecordingConnection)DbConnection!;
        connection.Note(new RecordedStatement(CommandText, [.. _command.Parameters.Cast<SqlParameter>().Select(parameter => (SqlParameter)((ICloneable)parameter).Clone())]));
        return connection;
    }
}
