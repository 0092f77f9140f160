using Eliza.Domain.Agents;

namespace Eliza.Infrastructure.Agents;

/// <summary>Where runs may begin.</summary>
/// <param name="Here">Where the signal was raised on this node.</param>
/// <param name="Elsewhere">Where it was raised on another alone.</param>
internal sealed record SignalledRuns(IReadOnlyCollection<Conversation> Here, IReadOnlyCollection<Conversation> Elsewhere)
{
    public static readonly SignalledRuns Nowhere = new([], []);

    public IReadOnlyCollection<Conversation> All => Elsewhere.Count == 0 ? Here : [.. Here, .. Elsewhere];
}
