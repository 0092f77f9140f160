namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>The clause of a line that an answer is made from.</summary>
/// <param name="Words">Its words, the script's simple substitutions made.</param>
/// <param name="Keywords">The keyword stack, top first; empty when the line had none.</param>
/// <param name="HasWords">Whether there was any word in the line, in this clause or another.</param>
internal sealed record ScannedLine(string[] Words, IReadOnlyList<Keyword> Keywords, bool HasWords);
