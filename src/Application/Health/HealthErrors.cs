using Eliza.Domain.Common;

namespace Eliza.Application.Health;

public static class HealthErrors
{
    public static Error Unhealthy(IReadOnlyList<string> dependencies) => new(
        "Health.Unhealthy", ErrorKind.Unavailable, "Service is unhealthy", $"Not working at the moment: {string.Join(", ", dependencies)}");

    /// <param name="reasons">Each a dependency's name, with why where that is known; or <c>draining</c>.</param>
    public static Error NotReady(IReadOnlyList<string> reasons) => new(
        "Health.NotReady", ErrorKind.Unavailable, "Server is not ready", $"Send requests elsewhere: {string.Join(", ", reasons)}");
}
