using System.Diagnostics;
using System.Text;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// <c>--describe &lt;file&gt;</c>: writes what a document says to the standard output, and ends with 0 when it could be read. The server calls
/// itself so (<see cref="DocumentProgram"/>), for documents come from strangers; it is for nobody else, and so in no list of options.
/// </summary>
internal static class DescribeCommand
{
    public const string Option = "--describe";

    /// <summary>When the server has not ended it by then, the server is gone.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(30);

    public static bool IsAsked(string[] args) => args is [Option, _];

    /// <returns>The exit code.</returns>
    public static int Run(string[] args, Stream output)
    {
        using var process = Process.GetCurrentProcess();
        using var end = new Timer(_ => process.Kill(), null, LongestLife, Timeout.InfiniteTimeSpan);
        try
        {
            output.Write(Encoding.UTF8.GetBytes(Infrastructure.DependencyInjection.ReadDocument(args[1])));
            return 0;
        }
        catch (Exception)
        {
            // A parser on bytes that somebody made up may throw whatever there is. What it says may tell what is in the document.
            return 1;
        }
    }
}
