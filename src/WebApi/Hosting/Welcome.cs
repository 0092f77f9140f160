using Eliza.Infrastructure.Access;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// What the operator sees at the start. It goes to the terminal and not to the log, because a new key is in it: shown this
/// once, and kept in a file that only its owner can read.
/// </summary>
internal static class Welcome
{
    /// <summary>Standard output; where that is a log in JSON, which programs read, standard error.</summary>
    public static TextWriter Terminal(IConfiguration configuration) =>
        string.Equals(configuration["Logging:Console:FormatterName"], "json", StringComparison.OrdinalIgnoreCase) ? Console.Error : Console.Out;

    /// <param name="output">The terminal.</param>
    /// <param name="urls">Where the server listens, as it says once it does.</param>
    /// <param name="newKey">The key if it is new: then a link is told that signs in with it. A browser does not send what stands behind the #.</param>
    public static void PrintAddresses(TextWriter output, ICollection<string> urls, NewBootstrapKey? newKey)
    {
        foreach (var url in urls) output.WriteLine($"Eliza listens on {url}");
        if (newKey is not null && urls.Count > 0) output.WriteLine($"Open {LocalAddress.Of(urls.First())}#key={newKey.Key}");
    }

    /// <summary>As soon as it is made: should the server fail to listen, nobody would ever see it.</summary>
    public static void PrintKey(TextWriter output, NewBootstrapKey newKey)
    {
        output.WriteLine($"API key (shown this once, kept in {newKey.File}):");
        output.WriteLine(newKey.Key);
    }
}
