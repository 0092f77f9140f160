using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Bus;

/// <summary>
/// Hears the messages of all nodes, its own among them, which it passes over. Each node numbers its messages: where numbers are missing
/// something was missed, and has to be made up for.
/// </summary>
internal sealed partial class HintReceiver(HeardHints heard, CatchUp catchUp, TimeProvider time, ILogger<HintReceiver> logger)
{
    /// <summary>Nodes that come and go have new names each time; when so many are known all are forgotten, and what the living ones may have said meanwhile is made up for.</summary>
    internal const int MostNodes = 1_000;

    private static readonly TimeSpan BetweenComplaints = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, long> _last = [];
    private long? _complainedAt;

    private long _own;

    /// <summary>The number of this node's own message that came back last: who does not hear itself hears nobody.</summary>
    public long Own => Interlocked.Read(ref _own);

    /// <summary>This node's own name, new with every start.</summary>
    public string Node { get; } = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    /// <summary>Begins to listen, before anything is heard: what was said until now was missed, whoever said it.</summary>
    public void Begin()
    {
        lock (_last) _last.Clear();
        catchUp.Ask();
    }

    /// <summary>Follows the hints of one message. Never throws.</summary>
    /// <param name="node">Who sent it.</param>
    /// <param name="number">Its place among what that node sent.</param>
    /// <param name="body">Hints, see <see cref="NodeHintJson"/>.</param>
    public void Hear(string? node, string? number, ReadOnlyMemory<byte> body)
    {
        if (node == Node)
        {
            if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var own)) Interlocked.Exchange(ref _own, own);
            return;
        }
        try
        {
            if (!IsNext(node, number)) catchUp.Ask();
            var hints = NodeHintJson.Read(body, out var unreadable);
            foreach (var hint in hints) heard.Apply(hint);
            BusMeter.Received(hints.Count);
            if (unreadable > 0 && IsTimeToComplain()) Unreadable(unreadable);
        }
        catch (Exception exception)
        {
            // The rest of the message is lost with it.
            catchUp.Ask();
            if (IsTimeToComplain()) CouldNotFollow(exception);
        }
    }

    /// <summary>Whether it follows on the node's last message, or is its first that was heard.</summary>
    private bool IsNext(string? node, string? number)
    {
        if (node is null || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var present)) return true;
        lock (_last)
        {
            var isNext = !_last.TryGetValue(node, out var last) || present == last + 1;
            if (_last.Count >= MostNodes)
            {
                _last.Clear();
                isNext = false;
            }
            _last[node] = present;
            return isNext;
        }
    }

    private bool IsTimeToComplain()
    {
        if (_complainedAt is { } last && time.GetElapsedTime(last) < BetweenComplaints) return false;
        _complainedAt = time.GetTimestamp();
        return true;
    }

    [LoggerMessage(60, LogLevel.Warning, "{Count} hints of another node could not be read: it may be of another version. They are passed over")]
    private partial void Unreadable(int count);

    [LoggerMessage(61, LogLevel.Error, "The hints of another node could not be followed")]
    private partial void CouldNotFollow(Exception exception);
}
