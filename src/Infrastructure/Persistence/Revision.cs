namespace Eliza.Infrastructure.Persistence;

/// <summary>
/// How often something was changed that servers keep in memory: who decided on what it kept finds, in the transaction that writes the
/// decision, whether it still holds. A channel's own number is a column of its row, <see cref="OfChannel"/>.
/// </summary>
internal sealed class Revision
{
    /// <summary>The number of the agents, all together: who there is, whether they listen and how.</summary>
    public const string Agents = "agents";

    /// <summary>The column of a channel's number: who takes part in it and as what, whether it is private.</summary>
    public const string OfChannel = "Revision";

    public required string Name { get; init; }

    public long Value { get; init; }
}
