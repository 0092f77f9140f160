using System.Diagnostics;

namespace Eliza.Benchmarks.Common.Loading;

/// <summary>What was used up to a moment.</summary>
/// <param name="At">The moment, in ticks of the stopwatch.</param>
/// <param name="Server">The server's time on all processors.</param>
/// <param name="Own">This program's.</param>
/// <param name="Allocated">What the server allocated in bytes, or null.</param>
internal sealed record Usage(long At, TimeSpan Server, TimeSpan Own, long? Allocated)
{
    public static async Task<Usage> ReadAsync(BenchedProcess server) =>
        new(Stopwatch.GetTimestamp(), server.ProcessorTime, Environment.CpuUsage.TotalTime, await server.AllocatedAsync());
}
