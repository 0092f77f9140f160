using System.Collections.Concurrent;

namespace Eliza.FunctionalTests.Nodes;

/// <summary>People who talk in several channels all the time, each through a client that retries, and what was acknowledged to them.</summary>
internal sealed class Submits : IAsyncDisposable
{
    private const int PeoplePerChannel = 2;

    /// <summary>Between two messages of one person: Eliza shall be able to follow.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(120);

    /// <summary>How long a message may take, with all its retries.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Acknowledged> _acknowledged = [];
    private readonly List<RetryingClient> _clients = [];
    private readonly Task _people;
    private int _count;

    private Submits(NodeGroup nodes, IReadOnlyList<Guid> channels)
    {
        var people = new List<Task>();
        foreach (var channel in channels)
        {
            for (var person = 0; person < PeoplePerChannel; person++)
            {
                var client = new RetryingClient(nodes, first: _clients.Count % nodes.Count);
                _clients.Add(client);
                people.Add(TalkAsync(client, channel));
            }
        }
        _people = AllOrFirstErrorAsync(people);
    }

    public IReadOnlyCollection<Acknowledged> All => _acknowledged;

    public int Retries => _clients.Sum(client => client.Retries);

    public static Submits Start(NodeGroup nodes, IReadOnlyList<Guid> channels) => new(nodes, channels);

    /// <summary>Returns when that many more are acknowledged. Throws when a client was told of an error.</summary>
    public async Task WaitForMoreAsync(int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        var enough = Volatile.Read(ref _count) + count;
        while (Volatile.Read(ref _count) < enough && !_people.IsCompleted) await again.WaitForNextTickAsync(patience.Token);
        if (_people.IsCompleted) await _people;
    }

    /// <summary>Lets everybody finish the message that is on its way. Throws when a client was told of an error.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _people;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _people.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _clients.ForEach(client => client.Dispose());
        _stop.Dispose();
    }

    private static async Task AllOrFirstErrorAsync(IReadOnlyList<Task> people)
    {
        await foreach (var person in Task.WhenEach(people)) await person;
    }

    private async Task TalkAsync(RetryingClient client, Guid channel)
    {
        while (!_stop.IsCancellationRequested)
        {
            var content = $"My mother said {Guid.CreateVersion7():n}";
            using var patience = new CancellationTokenSource(Patience);
            var id = await client.SubmitAsync(channel, content, patience.Token);
            _acknowledged.Add(new Acknowledged(channel, id, content));
            Interlocked.Increment(ref _count);
            await Task.Delay(Breath, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A message that a client was told to be stored.</summary>
    /// <param name="Content">There is no other with the same.</param>
    internal sealed record Acknowledged(Guid Channel, Guid Id, string Content);
}
