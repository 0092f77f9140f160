using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Eliza.UnitTests.Persistence.SqlServer;

/// <summary>A connection to no server: it notes what it is to carry out, and answers with what it was given, by default with no rows.</summary>
internal sealed class RecordingConnection : DbConnection
{
    private readonly ConcurrentQueue<RecordedStatement> _statements = new();
    private ConnectionState _state;

    public IReadOnlyList<RecordedStatement> Statements => [.. _statements];

    /// <summary>The rows that a statement gives; null for none.</summary>
    public Func<string, DataTable?> Answer { get; set; } = _ => null;

    /// <summary>Whether transactions can be closed no more, as when the connection is broken.</summary>
    public bool IsBroken { get; set; }

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=none";

    public override string Database => "none";

    public override string DataSource => "none";

    public override string ServerVersion => "14.0";

    public override ConnectionState State => _state;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => _state = ConnectionState.Open;

    public override void Close() => _state = ConnectionState.Closed;

    public void Note(RecordedStatement statement) => _statements.Enqueue(statement);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new RecordedTransaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new RecordingCommand { Connection = this };

    private sealed class RecordedTransaction(RecordingConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
            // Nothing was begun.
        }

        public override void Rollback()
        {
            // Nothing was begun.
        }

        protected override void Dispose(bool disposing)
        {
            if (connection.IsBroken) throw new InvalidOperationException("The connection is broken.");
            base.Dispose(disposing);
        }
    }
}
