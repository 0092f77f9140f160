using System.Collections.Frozen;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>One place in a pattern; what it takes of the line becomes the part of the same number.</summary>
internal abstract record PatternElement
{
    /// <summary>Any number of words, none included: written 0.</summary>
    public sealed record AnyWords : PatternElement;

    /// <summary>So many words, whatever they are: written as the number.</summary>
    public sealed record Exactly(int Count) : PatternElement;

    /// <summary>One of these words: a literal word, alternatives or a class.</summary>
    public sealed record OneOf(FrozenSet<string> Words) : PatternElement;
}
