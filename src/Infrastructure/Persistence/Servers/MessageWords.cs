using System.Text;
using Eliza.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>
/// The words of a message in a column of its own, divided by spaces and in small letters: database servers each have their own idea of what
/// a word is, and search is to find the same everywhere. SQLite's index divides texts by the same rule itself.
/// </summary>
internal static class MessageWords
{
    public const string Column = "Words";

    /// <summary>Longer ones cannot be looked for, and an index does not take them.</summary>
    private const int LongestWord = 250;

    /// <summary>Fills the column of messages that are new, or say something else.</summary>
    public static void Fill(ChangeTracker changes)
    {
        foreach (var message in changes.Entries<Message>())
        {
            if (message.State is EntityState.Added || message.State is EntityState.Modified && message.Property(row => row.Content).IsModified)
                message.Property(Column).CurrentValue = Of(message.Entity.Content.Value);
        }
    }

    internal static string Of(string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var words = new StringBuilder();
        foreach (var word in SearchText.WordsIn(text))
        {
            var small = Cut(word).ToLowerInvariant();
            if (!seen.Add(small)) continue;
            if (words.Length > 0) words.Append(' ');
            words.Append(small);
        }
        return words.ToString();
    }

    private static string Cut(string word) =>
        word.Length <= LongestWord ? word : char.IsHighSurrogate(word[LongestWord - 1]) ? word[..(LongestWord - 1)] : word[..LongestWord];
}
