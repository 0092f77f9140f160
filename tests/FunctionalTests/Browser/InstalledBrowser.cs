namespace Eliza.FunctionalTests.Browser;

/// <summary>Finds a Chromium that is installed on this machine: tests download none.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>What <c>CHROMIUM_PATH</c> names, or one of the usual programs; null when there is none.</summary>
    public static string? Find()
    {
        var usual = Names.SelectMany(name => new[] { $"/usr/bin/{name}", $"/usr/local/bin/{name}" });
        return usual.Prepend(Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "").FirstOrDefault(File.Exists);
    }
}
