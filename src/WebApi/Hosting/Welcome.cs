using Eliza.Infrastructure.Access;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// What the operator sees at the start. It goes to the terminal and not to the log, because a new key is in it: shown this
/// once, and kept in a file that only its owner can read.
/// </summary>
internal static class Welcome
{
    public static void PrintAddresses(TextWriter output, IEnumerable<string> urls)
    {
        foreach (var url in urls) output.WriteLine($"Eliza listens on {url}");
    }

    /// <summary>As soon as it is made: should the server fail to listen, nobody would ever see it.</summary>
    public static void PrintKey(TextWriter output, NewBootstrapKey newKey)
    {
        output.WriteLine($"API key (shown this once, kept in {newKey.File}):");
        output.WriteLine(newKey.Key);
    }
}
