namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>How long what is in memory is believed.</summary>
/// <param name="Fresh">Rows that say whether the rest still holds: channels, the agents' revision, keys.</param>
internal sealed record FactLifetimes(TimeSpan Fresh)
{
    /// <summary>
    /// What is kept under a revision, so that whatever a server changes is asked for under the next one. Only somebody who writes to the
    /// database by hand, and raises none, is heard of no sooner.
    /// </summary>
    public static readonly TimeSpan UnderRevision = TimeSpan.FromMinutes(1);

    /// <summary>Where several servers share a database: another one may change it at any time, and what it tells of that may not be heard.</summary>
    public static readonly FactLifetimes Shared = new(TimeSpan.FromSeconds(2));

    /// <summary>Where a database has one server, which knows all that changes.</summary>
    public static readonly FactLifetimes Alone = new(UnderRevision);
}
