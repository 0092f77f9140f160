using Eliza.Domain.Common;

namespace Eliza.Application.Health;

public static class HealthErrors
{
    public static Error Unhealthy(IReadOnlyList<string> dependencies) => new(
        "Health.Unhealthy", ErrorKind.Unavailable, "Service is unhealthy", $"Not working at the moment: {string.Join(", ", dependencies)}");
}
