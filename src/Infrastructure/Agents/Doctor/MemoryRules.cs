using System.Collections.Immutable;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>When to put a remark by for later, and the transformations it may be made by.</summary>
internal sealed record MemoryRules(string Keyword, ImmutableArray<(Pattern Pattern, Template Template)> Rules);
