namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>The acknowledgements that one socket owes. Safe to use from any thread.</summary>
internal sealed class PendingAcks(int max)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, TaskCompletionSource<SocketArguments>> _pending = [];
    private long _next;

    /// <summary>Makes a number, and a task for what comes with it. Null if there are too many.</summary>
    public (long Id, Task<SocketArguments> Answer)? Add()
    {
        var answer = new TaskCompletionSource<SocketArguments>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_pending.Count >= max) return null;
            _pending[_next] = answer;
            return (_next++, answer.Task);
        }
    }

    /// <summary>Completes the task with that number. Returns false if there is none.</summary>
    public bool TryComplete(long id, SocketArguments arguments)
    {
        lock (_gate) return _pending.Remove(id, out var answer) && answer.TrySetResult(arguments);
    }

    public void Remove(long id)
    {
        lock (_gate) _pending.Remove(id);
    }
}
