namespace Eliza.Benchmarks.Common.Loading;

/// <summary>What one connection saw of the answers that count.</summary>
internal sealed class Tally
{
    /// <summary>For each request that went well, its time in ticks of the stopwatch.</summary>
    public List<long> Times { get; } = [];

    public int Failed { get; private set; }

    public void Add(int status, long time)
    {
        if (status is 200 or 201) Times.Add(time);
        else Failed++;
    }
}
