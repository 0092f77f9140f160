namespace Eliza.WebApi.OpenApi.Examples;

internal static class ServersSamples
{
    public static readonly Dictionary<string, Sample[]> ByAction = new()
    {
        ["Servers.Create"] =
        [
            new("A server", """{ "name": "Reading circle", "description": "For those who read" }"""),
        ],
        ["Servers.Update"] =
        [
            new("Another name", """{ "name": "Writing circle" }"""),
        ],
        ["ServerAgents.Add"] =
        [
            new("Bringing Eliza in", """{ "agentId": "e112a000-0000-4000-8000-000000000001" }"""),
        ],
    };
}
