namespace Eliza.WebApi.OpenApi.Examples;

internal static class ServerSamples
{
    public static readonly Dictionary<string, Sample[]> ByAction = new()
    {
        ["Health.Ping"] =
        [
            new("A sign of life", null, """{ "success": true, "data": { "pong": true, "timestamp": 1700000000000 }, "pong": true, "timestamp": 1700000000000 }"""),
        ],
    };
}
