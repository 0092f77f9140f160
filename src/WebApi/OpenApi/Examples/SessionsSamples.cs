namespace Eliza.WebApi.OpenApi.Examples;

internal static class SessionsSamples
{
    public static readonly Dictionary<string, Sample[]> ByAction = new()
    {
        ["Sessions.Create"] =
        [
            new("A person talks to Eliza", """
                {
                  "agentId": "e112a000-0000-4000-8000-000000000001",
                  "userId": "550e8400-e29b-41d4-a716-446655440000",
                  "metadata": { "platform": "web", "username": "Ada" }
                }
                """, """
                {
                  "sessionId": "0199a5b0-0000-7000-8000-000000000000",
                  "channelId": "0199a5b0-0000-7000-8000-000000000001",
                  "agentId": "e112a000-0000-4000-8000-000000000001",
                  "userId": "550e8400-e29b-41d4-a716-446655440000",
                  "createdAt": "2026-01-31T12:00:00.000Z",
                  "lastActivity": "2026-01-31T12:00:00.000Z",
                  "metadata": { "platform": "web", "username": "Ada" },
                  "expiresAt": "2026-01-31T12:30:00.000Z",
                  "timeoutConfig": { "timeoutMinutes": 30, "autoRenew": true, "maxDurationMinutes": 720, "warningThresholdMinutes": 5 },
                  "renewalCount": 0,
                  "timeRemaining": 1800000,
                  "isNearExpiration": false
                }
                """),
            new("An hour, whatever is said", """
                {
                  "agentId": "e112a000-0000-4000-8000-000000000001",
                  "userId": "550e8400-e29b-41d4-a716-446655440000",
                  "timeoutConfig": { "timeoutMinutes": 60, "autoRenew": false, "maxDurationMinutes": 240, "warningThresholdMinutes": 10 }
                }
                """),
        ],
        ["SessionMessages.Send"] =
        [
            new("A message, without waiting", """{ "content": "Hello" }""", """
                {
                  "id": "0199a5b0-0000-7000-8000-000000000002",
                  "content": "Hello",
                  "authorId": "550e8400-e29b-41d4-a716-446655440000",
                  "createdAt": "2026-01-31T12:00:01.000Z",
                  "metadata": { "sessionId": "0199a5b0-0000-7000-8000-000000000000" },
                  "sessionStatus": { "expiresAt": "2026-01-31T12:30:01.000Z", "renewalCount": 1, "wasRenewed": true, "isNearExpiration": false },
                  "userMessage": {
                    "id": "0199a5b0-0000-7000-8000-000000000002",
                    "content": "Hello",
                    "authorId": "550e8400-e29b-41d4-a716-446655440000",
                    "isAgent": false,
                    "createdAt": "2026-01-31T12:00:01.000Z",
                    "metadata": { "sessionId": "0199a5b0-0000-7000-8000-000000000000" },
                    "attachments": []
                  }
                }
                """),
            new("A question whose reply comes with the answer", """{ "content": "I am unhappy", "transport": "http", "metadata": { "mood": "low" } }"""),
        ],
        ["SessionTiming.ChangeTimeout"] =
        [
            new("More time to think", """{ "timeoutMinutes": 60, "warningThresholdMinutes": 10 }"""),
        ],
    };
}
