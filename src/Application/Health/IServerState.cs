namespace Eliza.Application.Health;

/// <summary>How the running server itself is doing: what only its host knows.</summary>
public interface IServerState
{
    /// <summary>How long it has been running.</summary>
    TimeSpan Uptime { get; }

    /// <summary>How many connections are open.</summary>
    int Connections { get; }

    MemoryUse Memory { get; }

    /// <summary>Whether it is about to stop, and wants no new clients.</summary>
    bool IsDraining { get; }
}

/// <summary>How much memory the server uses, in bytes, and how much there is for it.</summary>
/// <param name="Used">What it has at the moment.</param>
/// <param name="Total">What it may have.</param>
/// <param name="Percentage">How much of that is used, with one decimal.</param>
public sealed record MemoryUse(long Used, long Total, double Percentage)
{
    public static MemoryUse Of(long used, long total) => new(used, total, total > 0 ? Math.Round(used * 100d / total, 1) : 0);
}
