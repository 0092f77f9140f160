namespace Eliza.Infrastructure.Bus;

/// <summary>How long to wait before the next attempt: 1, 2, 4, … seconds, half a minute at most.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan _next = First;

    public TimeSpan Next()
    {
        var next = _next;
        _next = next + next < Longest ? next + next : Longest;
        return next;
    }

    /// <summary>An attempt succeeded.</summary>
    public void Reset() => _next = First;
}
