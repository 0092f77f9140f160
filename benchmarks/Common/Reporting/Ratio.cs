using Eliza.Benchmarks.Common.Loading;

namespace Eliza.Benchmarks.Common.Reporting;

/// <summary>How two things that were measured in turns compare: the median of the rounds, the least and the greatest.</summary>
internal sealed record Ratio(double Middle, double Least, double Greatest)
{
    public static Ratio Of(Measurement one, Measurement other, Func<Slice, double> figure)
    {
        double[] ratios = [.. one.Rounds.Zip(other.Rounds, (a, b) => figure(a) / figure(b))];
        return new Ratio(Median.Of(ratios, ratio => ratio), ratios.Min(), ratios.Max());
    }

    public override string ToString() => $"{Middle:0.00} ({Least:0.00}–{Greatest:0.00})";
}
