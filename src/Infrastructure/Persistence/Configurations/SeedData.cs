namespace Eliza.Infrastructure.Persistence.Configurations;

internal static class SeedData
{
    /// <summary>When everything that comes with the database was made; fixed, because migrations must not change by themselves.</summary>
    public static readonly DateTimeOffset Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
