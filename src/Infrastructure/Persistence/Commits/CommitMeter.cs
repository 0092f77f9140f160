using System.Diagnostics.Metrics;

namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>What the committer does, for who measures the server.</summary>
internal static class CommitMeter
{
    public const string Name = "Eliza.Commits";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<int> Units = Meter.CreateHistogram<int>(
        "eliza.commit.units", "{unit}", "Units of work that one transaction saved; told when it is on the disk and before anybody is answered.");

    /// <summary>Tells how many wait for the committer, until the answer is disposed of.</summary>
    public static IDisposable Watch(Func<int> waiting)
    {
        var meter = new Meter(Name);
        meter.CreateObservableGauge("eliza.commit.waiting", waiting, "{unit}", "Units of work that wait in line to be saved.");
        return meter;
    }

    /// <summary>Whoever listens may break; what is saved is saved all the same.</summary>
    public static void Committed(int units)
    {
        try
        {
            Units.Record(units);
        }
        catch (Exception)
        {
            // That of a listener, which is none of ours.
        }
    }
}
