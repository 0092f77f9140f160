namespace Eliza.Infrastructure.RateLimiting;

/// <summary>The section <c>RateLimiting</c> of the configuration, but for the proxies, which are the web's business.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimiting";

    public const int MaxPermits = 1_000_000;

    /// <summary>Whether there are limits at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Whether nodes share the buckets, through the database: a server's, not SQLite. Their wall clocks have to agree within a second; by as much
    /// as they do not, a bucket fills sooner on one node than on another.
    /// </summary>
    public bool Shared { get; set; }

    /// <summary>How many requests one person has: 1 to 1,000,000.</summary>
    public int UserPerMinute { get; set; } = 60;

    /// <summary>How many requests one agent has: 1 to 1,000,000.</summary>
    public int AgentPerMinute { get; set; } = 120;

    /// <summary>How many requests the key of one back end has, which acts for many: 1 to 1,000,000.</summary>
    public int ServicePerMinute { get; set; } = 6000;

    /// <summary>How many requests all have together who call from one address, services aside: 1 to 1,000,000.</summary>
    public int IpPerHour { get; set; } = 1000;
}
