namespace Eliza.WebApi.OpenApi.Examples;

internal static class PlatformsSamples
{
    public static readonly Dictionary<string, Sample[]> ByAction = new()
    {
        ["Platforms.Ingest"] =
        [
            new("A message for an agent", """
                {
                  "agentId": "e112a000-0000-4000-8000-000000000001",
                  "roomId": "7c0e3f52-9d1b-4c86-a2f4-5b6d7e8f9012",
                  "userId": "550e8400-e29b-41d4-a716-446655440000",
                  "text": "Hello from Discord",
                  "sourceId": "1182304958372",
                  "sourceType": "discord",
                  "metadata": { "username": "ada" }
                }
                """),
            new("A list of a channel's messages", """
                {
                  "platform": "telegram",
                  "channelId": "-1001234567890",
                  "messages": [
                    { "id": "41", "authorId": "777000", "content": "Is anybody there?", "timestamp": 1700000000000 },
                    { "id": "42", "authorId": "777001", "content": "I am", "timestamp": 1700000004000 }
                  ]
                }
                """),
        ],
        ["Platforms.Process"] =
        [
            new("A message and its answer", """
                {
                  "platform": "discord",
                  "messageId": "1182304958373",
                  "channelId": "998877665544",
                  "userId": "112233445566",
                  "content": "I am unhappy",
                  "metadata": { "username": "ada" }
                }
                """, """
                {
                  "success": true,
                  "data": {
                    "messageId": "f1e2d3c4-b5a6-9876-5432-109876543210",
                    "response": "I am sorry to hear that you are unhappy.",
                    "channelId": "a1b2c3d4-e5f6-7890-1234-567890abcdef",
                    "userId": "112233445566",
                    "agentId": "e112a000-0000-4000-8000-000000000001"
                  }
                }
                """),
        ],
    };
}
