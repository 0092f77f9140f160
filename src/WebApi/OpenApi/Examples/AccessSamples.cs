namespace Eliza.WebApi.OpenApi.Examples;

internal static class AccessSamples
{
    public static readonly Dictionary<string, Sample[]> ByAction = new()
    {
        ["ApiKeys.Create"] =
        [
            new("A back end", """{ "name": "shop", "kind": "service", "scopes": ["messages:read", "messages:write", "tokens:issue"] }"""),
            new("An agent", """{ "name": "eliza at my place", "kind": "agent", "agentId": "e112a000-0000-4000-8000-000000000001", "scopes": ["messages:read", "messages:write"] }"""),
        ],
        ["ApiKeys.Rotate"] =
        [
            new("An hour to change over", """{ "gracePeriodSeconds": 3600 }"""),
        ],
        ["Tokens.Issue"] =
        [
            new("A person's token", """{ "userId": "ada", "name": "Ada Lovelace" }"""),
        ],
    };
}
