namespace Eliza.WebApi.OpenApi.Examples;

internal static class JobsSamples
{
    public static readonly Dictionary<string, Sample[]> ByAction = new()
    {
        ["Jobs.Create"] =
        [
            new("A question to Eliza", """
                { "agentId": "e112a000-0000-4000-8000-000000000001", "userId": "ada", "content": "I am unhappy", "timeoutMs": 30000 }
                """),
        ],
    };
}
