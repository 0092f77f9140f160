using System.Diagnostics;

namespace Eliza.Benchmarks.Common.Loading;

/// <summary>A closed loop: so many connections, each of which sends its next request when it has the answer to its last.</summary>
internal sealed class LoadRun(BenchedProcess server, RequestTemplate template, Targets targets)
{
    /// <summary>So long the connections run before what they do counts.</summary>
    private static readonly TimeSpan Ramp = TimeSpan.FromSeconds(0.5);

    private long _countFrom = long.MaxValue;
    private long _left = long.MaxValue;
    private volatile bool _isOver;

    /// <summary>Sends so many requests; the answer is how many failed.</summary>
    public async Task<int> SendAsync(int requests, int connections)
    {
        (_left, _countFrom) = (requests, 0);
        var tallies = await RunAsync(connections);
        return tallies.Sum(tally => tally.Failed);
    }

    /// <summary>Measures for so long.</summary>
    public async Task<Slice> MeasureAsync(int connections, TimeSpan duration)
    {
        var loops = RunAsync(connections);
        await Task.WhenAny(loops, Task.Delay(Ramp));
        var before = await Usage.ReadAsync(server);
        Volatile.Write(ref _countFrom, Stopwatch.GetTimestamp());
        await Task.WhenAny(loops, Task.Delay(duration));
        var after = await Usage.ReadAsync(server);
        _isOver = true;
        return Slice.Of(await loops, before, after);
    }

    private async Task<IReadOnlyList<Tally>> RunAsync(int count)
    {
        var connections = new List<LoadConnection>();
        try
        {
            for (var i = 0; i < count; i++) connections.Add(await LoadConnection.OpenAsync(server.Address, template, targets));
            return await Task.WhenAll(connections.Select(connection => Task.Run(() => RunAsync(connection))));
        }
        finally
        {
            foreach (var connection in connections) connection.Dispose();
        }
    }

    private async Task<Tally> RunAsync(LoadConnection connection)
    {
        var tally = new Tally();
        var random = new Random();
        while (!_isOver && Interlocked.Decrement(ref _left) >= 0)
        {
            var begun = Stopwatch.GetTimestamp();
            var status = await connection.RequestAsync(random.Next(targets.Count));
            var ended = Stopwatch.GetTimestamp();
            if (ended >= Volatile.Read(ref _countFrom) && !_isOver) tally.Add(status, ended - begun);
        }
        return tally;
    }
}
