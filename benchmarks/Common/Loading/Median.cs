namespace Eliza.Benchmarks.Common.Loading;

internal static class Median
{
    public static double Of<T>(IEnumerable<T> items, Func<T, double> figure)
    {
        double[] ordered = [.. items.Select(figure).Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}
