namespace Eliza.WebApi.OpenApi.Examples;

/// <summary>As the messaging documents print them.</summary>
internal static class ChannelsSamples
{
    public static readonly Dictionary<string, Sample[]> ByAction = new()
    {
        ["Channels.Create"] =
        [
            new("Creating a channel", """
                {
                  "name": "general-discussion",
                  "serverId": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
                  "description": "General discussion channel",
                  "type": "text"
                }
                """),
        ],
        ["Participants.Add"] =
        [
            new("Adding a participant to a channel", """{ "userId": "user-789", "role": "member" }"""),
        ],
        ["ChannelAgents.Add"] =
        [
            new("Bringing Eliza in", """{ "agentId": "e112a000-0000-4000-8000-000000000001" }"""),
        ],
    };
}
