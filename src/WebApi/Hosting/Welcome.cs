using Eliza.Infrastructure.Access;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// What the operator sees at the start. It goes to the terminal and not to the log, because a new key is in it: shown this
/// once, and kept in a file that only its owner can read.
/// </summary>
internal static class Welcome
{
    public static void Print(TextWriter output, IEnumerable<string> urls, NewBootstrapKey? newKey)
    {
        foreach (var url in urls) output.WriteLine($"Eliza listens on {url}");
        if (newKey is null) return;
        output.WriteLine($"API key (shown this once, kept in {newKey.File}):");
        output.WriteLine(newKey.Key);
    }
}
