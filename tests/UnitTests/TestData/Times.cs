namespace Eliza.UnitTests.TestData;

/// <summary>The moment at which every test plays, unless it moves the clock.</summary>
internal static class Times
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
}
