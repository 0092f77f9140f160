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
        ["Channels.Update"] =
        [
            new("A new description", """{ "name": "general-discussion", "description": "All that has no channel of its own" }"""),
            new("Exactly these participants", """{ "participantCentralUserIds": ["ada", "user-123"] }"""),
        ],
        ["GroupChannels.Create"] =
        [
            new("Opening a group", """{ "name": "general-discussion-leads", "participants": ["user-123", "user-789"], "description": "Those who lead" }"""),
        ],
        ["ServerChannels.Sync"] =
        [
            new("A platform's channels", """
                { "channels": [{ "name": "announcements", "type": "text", "sourceId": "1234567890" }, { "name": "lounge", "type": "voice", "sourceId": "1234567891" }] }
                """),
        ],
        ["Participants.ChangeRole"] =
        [
            new("Making somebody an admin", """{ "role": "admin" }"""),
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
