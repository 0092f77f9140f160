using System.Data;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.PostgreSql;
using Eliza.Infrastructure.Persistence.Servers;
using Eliza.Infrastructure.Persistence.SqlServer;
using Eliza.UnitTests.Persistence.SqlServer;

namespace Eliza.UnitTests.Persistence;

/// <summary>Queries that are marked lock their rows, on every system and however EF ends its lines there; or nobody goes on.</summary>
public sealed class RowLockTests : IDisposable
{
    private const string Query = "SELECT [c].[Id]\nFROM [Channels] AS [c]";

    private readonly RecordingConnection _connection = new();

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("-- lock rows\n\n", "FOR NO KEY UPDATE", "WITH (UPDLOCK, ROWLOCK)")]
    [InlineData("-- lock rows\r\n\r\n", "FOR NO KEY UPDATE", "WITH (UPDLOCK, ROWLOCK)")]
    [InlineData("-- lock free rows\n\n", "FOR NO KEY UPDATE SKIP LOCKED", "WITH (UPDLOCK, ROWLOCK, READPAST, READCOMMITTEDLOCK)")]
    [InlineData("-- lock free rows\r\n\r\n", "FOR NO KEY UPDATE SKIP LOCKED", "WITH (UPDLOCK, ROWLOCK, READPAST, READCOMMITTEDLOCK)")]
    public void MarkedQuery_WhateverEndsItsLines_Locks(string mark, string postgres, string sqlServer)
    {
        TextOf(PostgreSqlRegistration.Lock, mark + Query).ShouldBe($"SET LOCAL lock_timeout = {RowLocks.LongestWait};\n{mark}{Query}\n{postgres}");
        TextOf(SqlServerRegistration.Lock, mark + Query).ShouldBe($"SET LOCK_TIMEOUT {RowLocks.LongestWait};\n{mark}{Query} {sqlServer}");
    }

    [Fact]
    public void OtherQuery_IsLeftAsItIs() => TextOf(SqlServerRegistration.Lock, Query).ShouldBe(Query);

    [Fact]
    public void Mark_BehindAnother_IsNotOverlooked() =>
        Should.Throw<InvalidOperationException>(() => TextOf(PostgreSqlRegistration.Lock, "-- what it is for\n-- lock rows\n\n" + Query));

    [Fact]
    public void Lock_WithoutTransaction_IsNoLock() => Should.Throw<InvalidOperationException>(() => TextOf(PostgreSqlRegistration.Lock, "-- lock rows\n\n" + Query, isInTransaction: false));

    [Fact]
    public void Lock_ForWhichThereIsNoTable_IsNoLock() => Should.Throw<InvalidOperationException>(() => TextOf(SqlServerRegistration.Lock, "-- lock rows\n\nSELECT 1"));

    private string TextOf(Func<string, bool, string> locking, string query, bool isInTransaction = true)
    {
        using var command = _connection.CreateCommand();
        using var transaction = isInTransaction ? _connection.BeginTransaction(IsolationLevel.ReadCommitted) : null;
        (command.CommandText, command.Transaction) = (query, transaction);
        new RowLockInterceptor(locking).Lock(command);
        return command.CommandText;
    }
}
