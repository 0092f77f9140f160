using System.Collections.Immutable;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>A decomposition rule with its reassembly rules, which are used in turn.</summary>
/// <param name="Key">Names the rule in saved states; it is made of the keyword and the pattern, so it outlives the rule's moving about.</param>
/// <param name="Pattern">What the words must look like.</param>
/// <param name="Say">What to do then; never empty.</param>
internal sealed record Rule(string Key, Pattern Pattern, ImmutableArray<Reassembly> Say);
