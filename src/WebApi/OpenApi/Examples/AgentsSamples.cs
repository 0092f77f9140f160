namespace Eliza.WebApi.OpenApi.Examples;

internal static class AgentsSamples
{
    public static readonly Dictionary<string, Sample[]> ByAction = new()
    {
        ["AgentGrants.Grant"] =
        [
            new("Letting an agent post in a person's name", """{ "userId": "ada" }""", """
                { "success": true, "data": { "agentId": "e112a000-0000-4000-8000-000000000001", "userId": "ada", "createdAt": 1700000000 } }
                """),
        ],
    };
}
