using Eliza.Domain.Sessions;

namespace Eliza.UnitTests.TestData;

internal static class SessionPolicies
{
    /// <summary>What a server says whose configuration says nothing: 30 minutes, half a day at most, a warning of 5 minutes.</summary>
    public static readonly SessionPolicy Standard = new(
        new SessionTimeouts(TimeSpan.FromMinutes(30), TimeSpan.FromHours(12), TimeSpan.FromMinutes(5), AutoRenew: true),
        TimeSpan.FromMinutes(5), TimeSpan.FromDays(1));
}
