using Eliza.Domain.Common;

namespace Eliza.Domain.Access;

/// <summary>Whose key it is: a trusted back end's, or an agent's. The numbers lie in the database.</summary>
public enum ApiKeyKind
{
    Service = 0,
    Agent = 1,
}

public static class ApiKeyKinds
{
    private static readonly Error Unknown = Error.Rule("ApiKey.UnknownKind", "must be one of service, agent");

    public static Result<ApiKeyKind> Parse(string name) => name switch
    {
        "service" => ApiKeyKind.Service,
        "agent" => ApiKeyKind.Agent,
        _ => Unknown,
    };

    public static string Name(this ApiKeyKind kind) => kind switch
    {
        ApiKeyKind.Service => "service",
        ApiKeyKind.Agent => "agent",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of key."),
    };
}
