using Eliza.Domain.Common;

namespace Eliza.Infrastructure.Agents;

/// <summary>
/// The answers of agents that may repeat themselves, on this server: at most 1000 of all agents together, the least recently
/// used going first, none for longer than an hour. Changing an agent makes it forget its answers.
/// </summary>
internal sealed class ReplyCache(TimeProvider time)
{
    public const int MaxEntries = 1000;

    /// <summary>How many expired answers are removed at once when the cache is full.</summary>
    private const int CleanUp = MaxEntries / 4;

    public static readonly TimeSpan TimeToLive = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<Question, LinkedListNode<Entry>> _entries = [];

    /// <summary>The most recently used first.</summary>
    private readonly LinkedList<Entry> _byUse = new();

    public int Count
    {
        get
        {
            lock (_lock) return _entries.Count;
        }
    }

    public string? Find(Question question)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(question, out var node)) return null;
            _byUse.Remove(node);
            if (IsExpired(node.Value))
            {
                _entries.Remove(question);
                return null;
            }
            _byUse.AddFirst(node);
            return node.Value.Reply;
        }
    }

    public void Keep(Question question, string reply)
    {
        lock (_lock)
        {
            if (_entries.Remove(question, out var known)) _byUse.Remove(known);
            if (_entries.Count >= MaxEntries) MakeRoom();
            _entries[question] = _byUse.AddFirst(new Entry(question, reply, time.GetTimestamp()));
        }
    }

    /// <summary>Removes what has expired, and only if nothing has, what nobody asked for the longest time.</summary>
    private void MakeRoom()
    {
        foreach (var entry in _byUse.Where(IsExpired).Take(CleanUp).ToList()) Remove(entry.Question);
        if (_entries.Count >= MaxEntries) Remove(_byUse.Last!.Value.Question);
    }

    private void Remove(Question question)
    {
        if (_entries.Remove(question, out var node)) _byUse.Remove(node);
    }

    private bool IsExpired(Entry entry) => time.GetElapsedTime(entry.KeptAt) >= TimeToLive;

    /// <summary>What an answer is found by.</summary>
    /// <param name="AgentVersion">When the agent was last changed.</param>
    /// <param name="Text">The exact words.</param>
    public sealed record Question(ActorId Agent, DateTimeOffset AgentVersion, string Text);

    private sealed record Entry(Question Question, string Reply, long KeptAt);
}
