using System.Threading.Channels;

namespace Eliza.Benchmarks.Baselines.Ceiling;

/// <summary>One thread that writes whatever waits in one transaction, and then tells all who waited.</summary>
internal sealed class GroupCommit : IDisposable
{
    private const int MaxWaiting = 4096;
    private const int MaxBatch = 256;

    private readonly Channel<Pending> _waiting = Channel.CreateBounded<Pending>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly MessageTable _table;
    private readonly Thread _thread;

    public GroupCommit(string database)
    {
        _table = new MessageTable(database);
        _thread = new Thread(Run) { IsBackground = true, Name = "Group commit" };
        _thread.Start();
    }

    /// <summary>Ends when the message is on the disk.</summary>
    public async Task InsertAsync(StoredMessage message)
    {
        var pending = new Pending(message);
        if (!_waiting.Writer.TryWrite(pending)) await _waiting.Writer.WriteAsync(pending);
        await pending.Task;
    }

    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _thread.Join();
        _table.Dispose();
    }

    private void Run()
    {
        var batch = new List<Pending>(MaxBatch);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MaxBatch && _waiting.Reader.TryRead(out var pending)) batch.Add(pending);
            Write(batch);
            batch.Clear();
        }
    }

    private void Write(List<Pending> batch)
    {
        try
        {
            _table.Insert(batch);
            foreach (var pending in batch) pending.SetResult();
        }
        catch (Exception exception)
        {
            foreach (var pending in batch) pending.TrySetException(exception);
        }
    }
}
