using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;
using SQLitePCL;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Brings pages from the log into the database file while others write, on a thread and over a connection of its own: the committer would
/// make everybody wait for it. The log begins anew only when all of it is in the file at one moment, and while it is written there is
/// none: so the little that came last is left to the committer, between two transactions.
/// </summary>
internal sealed partial class SqliteCheckpoints : IDisposable
{
    /// <summary>So many pages are quickly done, as the last ones are.</summary>
    private const int Few = 500;

    /// <summary>Where others write faster than this, it goes on the next time.</summary>
    private const int MostPasses = 4;

    private readonly IOptions<DatabaseOptions> _options;
    private readonly ILogger<SqliteCheckpoints> _logger;
    private readonly AutoResetEvent _wake = new(false);
    private readonly Thread _thread;
    private SafeFileHandle? _file;
    private long _pages;
    private volatile State _state;
    private volatile bool _isClosed;

    public SqliteCheckpoints(IOptions<DatabaseOptions> options, ILogger<SqliteCheckpoints> logger)
    {
        (_options, _logger) = (options, logger);
        _thread = new Thread(Work) { IsBackground = true, Name = "Eliza checkpoints" };
        _thread.Start();
    }

    /// <summary>So many pages (48 MB) are worth it: those of busy channels are written again and again, and go to the file once.</summary>
    public int WorthWhile { get; init; } = 12_000;

    private enum State
    {
        Resting,
        Working,
        AllButTheLast,
        Failed,
    }

    /// <summary>For the committer, after each transaction and before the next can begin.</summary>
    /// <param name="connection">The committer's.</param>
    /// <param name="pages">How many it wrote to the log.</param>
    public void Written(SqliteConnection connection, int pages)
    {
        _pages += pages;
        switch (_state)
        {
            case State.Resting when _pages >= WorthWhile:
                _state = State.Working;
                _wake.Set();
                break;
            case State.AllButTheLast:
                Try(() => Bring(connection));
                Rest();
                break;
            case State.Failed:
                Rest();
                break;
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        _wake.Set();
        _thread.Join();
        _wake.Dispose();
        CloseFile();
    }

    private void Rest() => (_pages, _state) = (0, State.Resting);

    private void Work()
    {
        while (_wake.WaitOne() && !_isClosed) _state = Try(BringAllButTheLast) ? State.AllButTheLast : State.Failed;
    }

    private void BringAllButTheLast()
    {
        using var connection = LoneConnection.Open(_options.Value);
        var before = 0;
        for (var i = 0; i < MostPasses; i++)
        {
            var done = Bring(connection);
            Flush();
            if (done - before < Few) return;
            before = done;
        }
    }

    /// <summary>
    /// SQLite waits for the disk only when all of the log is in the file, which is in the committer's turn: so that is spared most of it.
    /// </summary>
    /// <remarks>The file stays open: closing it anywhere in a process takes away the locks that SQLite has on it there (POSIX).</remarks>
    private void Flush()
    {
        _file ??= File.OpenHandle(_options.Value.File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(_file);
    }

    /// <summary>When no connection of this process is open any more, those of EF's pool included.</summary>
    private void CloseFile()
    {
        using (var pooled = new SqliteConnection(_options.Value.ConnectionString)) SqliteConnection.ClearPool(pooled);
        _file?.Dispose();
    }

    private bool Try(Action bring)
    {
        try
        {
            bring();
            return true;
        }
        catch (Exception exception)
        {
            CheckpointFailed(exception);
            return false;
        }
    }

    /// <summary>Brings over what nobody reads in its older form. It waits for nobody, and if somebody else does the same, it leaves it to them.</summary>
    /// <returns>How many pages of the log are in the file then.</returns>
    private static int Bring(SqliteConnection connection)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out var done);
        if (code != raw.SQLITE_BUSY) SqliteException.ThrowExceptionForRC(code, connection.Handle);
        return done;
    }

    [LoggerMessage(47, LogLevel.Warning, "The log of the database could not be written back; it grows until it can")]
    private partial void CheckpointFailed(Exception exception);
}
