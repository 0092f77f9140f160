using System.Collections.Frozen;

namespace Eliza.WebApi.Hosting;

/// <summary>What the program can be asked to do instead of serving, among the settings on its command line.</summary>
internal static class Commands
{
    private const string Migrate = "--migrate";

    /// <summary>What has a name without a section: the framework's own, and what writes files for Postman. All else that begins with two hyphens is a slip of the pen.</summary>
    private static readonly FrozenSet<string> Options = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName", "allowedHosts", "webRoot", "preferHostingUrls", "detailedErrors", "write-postman");

    /// <summary>Whether to bring the database up to date, and no more.</summary>
    public static bool IsToMigrate(string[] args) => args.Contains(Migrate);

    /// <summary>Refuses what would be passed over: a server that starts although it was asked for something else is no help.</summary>
    /// <exception cref="InvalidDataException">There is no such option.</exception>
    public static void Check(string[] args)
    {
        foreach (var arg in Settings(args).Where(arg => arg.StartsWith("--", StringComparison.Ordinal) && !arg.EndsWith('=')))
        {
            var name = arg[2..].Split('=')[0];
            if (!name.Contains(':') && !Options.Contains(name)) throw new InvalidDataException($"there is no option --{name}; a setting is written --Section:Name=value");
        }
    }

    /// <summary>The settings alone: what stands before one would be taken for its name.</summary>
    public static string[] Settings(string[] args) => [.. args.Where((arg, place) => arg != Migrate && !ProbeCommand.IsOf(args, place))];
}
