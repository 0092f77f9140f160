namespace Eliza.WebApi.Hosting;

/// <summary>What the program can be asked to do instead of serving, among the settings on its command line.</summary>
internal static class Commands
{
    private const string Migrate = "--migrate";

    /// <summary>Whether to bring the database up to date, and no more.</summary>
    public static bool IsToMigrate(string[] args) => args.Contains(Migrate);

    /// <summary>The settings alone: what stands before one would be taken for its name.</summary>
    public static string[] Settings(string[] args) => [.. args.Where(arg => arg != Migrate)];
}
