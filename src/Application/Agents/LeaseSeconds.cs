namespace Eliza.Application.Agents;

/// <summary>How long an agent may hold what it fetched.</summary>
internal static class LeaseSeconds
{
    public const int Default = 60;
    public const int Min = 10;
    public const int MaxAtFetch = 600;
    public const int Max = 3600;

    public static TimeSpan Of(int? seconds) => TimeSpan.FromSeconds(seconds ?? Default);
}
