using Eliza.Domain.Agents;

namespace Eliza.Infrastructure.Agents;

/// <summary>Where runs may begin.</summary>
/// <param name="Here">Where it rang on this node.</param>
/// <param name="Elsewhere">Where it rang on another alone.</param>
internal sealed record Rang(IReadOnlyCollection<Conversation> Here, IReadOnlyCollection<Conversation> Elsewhere)
{
    public static readonly Rang Nowhere = new([], []);

    public IReadOnlyCollection<Conversation> All => Elsewhere.Count == 0 ? Here : [.. Here, .. Elsewhere];
}
