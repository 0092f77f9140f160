using System.Text.RegularExpressions;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>
/// Finds what may be a mention: <c>@</c> and a name or an id, not inside a word or an e-mail address. Whether it names
/// a participant is for the channel to say.
/// </summary>
public static partial class MentionHandles
{
    /// <summary>More than this in one message are not looked up: nobody means to call fifty people one by one.</summary>
    public const int MaxPerMessage = 50;

    private const string ClosingMarks = ".:-@_";

    /// <summary>
    /// The handles in lower case, the most telling spelling first: <c>@ada.</c> may mean <c>ada.</c> or, with its full
    /// stop left to the sentence, <c>ada</c>.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> In(MessageContent content)
    {
        if (!content.Value.Contains('@')) return [];
        return [.. Handle().Matches(content.Value)
            .Select(match => match.Groups["handle"].Value.ToLowerInvariant())
            .Where(handle => handle.Length <= ActorId.MaxLength)
            .Distinct()
            .Take(MaxPerMessage)
            .Select(Spellings)];
    }

    /// <summary>As it is written, and with two, one, or none of its closing marks: a hundred marks do not make a hundred look-ups.</summary>
    private static List<string> Spellings(string handle)
    {
        var bare = Math.Max(1, handle.AsSpan().TrimEnd(ClosingMarks).Length);
        int[] lengths = [handle.Length, bare + 2, bare + 1, bare];
        return [.. lengths.Where(length => length <= handle.Length).Distinct().Select(length => handle[..length])];
    }

    // A handle is written as ids are, or as a name of letters (with their marks) of any script; an @ behind a word character is an address.
    [GeneratedRegex(@"(?<![\w\p{M}.+-])@(?<handle>[\p{L}\p{M}\p{N}._:@-]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Handle();
}
