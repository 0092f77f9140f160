using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>The log goes into the database file while it is written.</summary>
[Trait("Database", "Sqlite")]
public sealed class CheckpointTests : IDisposable
{
    /// <summary>Where the header of the log has the numbers that are others each time it begins anew (sqlite.org/fileformat2.html#walformat).</summary>
    private static readonly Range Salts = 16..24;

    /// <summary>Ten pages.</summary>
    private const string Insert = "INSERT INTO Texts VALUES (hex(randomblob(20000)))";

    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseOptions _options;
    private readonly SqliteConnection _connection;

    public CheckpointTests()
    {
        _options = new DatabaseOptions { GivenConnectionString = $"Data Source={_folder.Path}/eliza.db" };
        _connection = LoneConnection.Open(_options);
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA wal_autocheckpoint = 0");
        Execute("CREATE TABLE Texts (Text TEXT NOT NULL)");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void TheLog_WhileItIsWritten_BeginsAnew()
    {
        using var checkpoints = Checkpoints();
        var before = ReadSalts();

        var rows = WriteUntilItBeginsAnew(checkpoints, before);

        Count().ShouldBe(rows);
    }

    [Fact]
    public void TheLog_ThatAReaderStillReads_IsKeptForIt()
    {
        for (var i = 0; i < 10; i++) Execute(Insert);
        using var reader = LoneConnection.Open(_options);
        using var reading = reader.BeginTransaction(deferred: true);
        CountOver(reader).ShouldBe(10);
        using var checkpoints = Checkpoints();
        var before = ReadSalts();

        for (var i = 0; i < 300; i++) Write(checkpoints);

        ReadSalts().ShouldBe(before);
        CountOver(reader).ShouldBe(10);
        reading.Commit();
        WriteUntilItBeginsAnew(checkpoints, before);
    }

    [Fact]
    public void AFolder_ThatIsGone_HarmsNobody()
    {
        using var checkpoints = new SqliteCheckpoints(
            Options.Create(new DatabaseOptions { GivenConnectionString = $"Data Source={_folder.Path}/none/eliza.db" }), NullLogger<SqliteCheckpoints>.Instance) { WorthWhile = 20 };

        for (var i = 0; i < 50; i++) Write(checkpoints);

        Count().ShouldBe(50);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    private SqliteCheckpoints Checkpoints() => new(Options.Create(_options), NullLogger<SqliteCheckpoints>.Instance) { WorthWhile = 50 };

    private int WriteUntilItBeginsAnew(SqliteCheckpoints checkpoints, byte[] salts)
    {
        for (var rows = 0; ; rows++)
        {
            if (!ReadSalts().SequenceEqual(salts)) return rows;
            rows.ShouldBeLessThan(5000);
            Write(checkpoints);
        }
    }

    private void Write(SqliteCheckpoints checkpoints)
    {
        Token.ThrowIfCancellationRequested();
        Execute(Insert);
        raw.sqlite3_db_status(_connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        checkpoints.Written(_connection, pages);
    }

    private long Count() => CountOver(_connection);

    private static long CountOver(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Texts";
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private byte[] ReadSalts()
    {
        using var log = new FileStream(_folder.Path + "/eliza.db-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[32];
        log.ReadExactly(header);
        return header[Salts];
    }
}
