namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>How long what is in memory is believed.</summary>
internal static class FactLifetimes
{
    /// <summary>Whatever may be changed by another server, which tells nobody here.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>
    /// What is kept under a revision, so that whatever a server changes is asked for under the next one. Only somebody who writes to the
    /// database by hand, and raises none, is heard of no sooner.
    /// </summary>
    public static readonly TimeSpan UnderRevision = TimeSpan.FromMinutes(1);
}
