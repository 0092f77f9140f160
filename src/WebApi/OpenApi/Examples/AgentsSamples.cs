namespace Eliza.WebApi.OpenApi.Examples;

internal static class AgentsSamples
{
    public static readonly Dictionary<string, Sample[]> ByAction = new()
    {
        ["Agents.Create"] =
        [
            new("Another Eliza", """{ "name": "Doctor", "kind": "eliza", "replyPolicy": "always" }"""),
            new("A language model", """
                {
                  "name": "Librarian",
                  "kind": "llm",
                  "system": "You help people to find books.",
                  "bio": ["Has read everything"],
                  "settings": { "model": "llama3.1", "temperature": 0.7, "maxTokens": 500, "historyLength": 20 }
                }
                """),
            new("One that is called over HTTP", """{ "name": "Shop", "kind": "webhook", "settings": { "webhookUrl": "https://example.com/eliza", "timeoutSeconds": 30 } }"""),
            new("One that fetches its messages", """{ "name": "Night shift", "kind": "remote" }"""),
            new("A character of the reference", """{ "characterJson": { "name": "Scholar", "bio": ["Knows the classics"], "topics": ["history"], "settings": {} } }"""),
        ],
        ["Agents.Update"] =
        [
            new("Another name and manner", """{ "name": "Doctor", "replyPolicy": "mention", "bio": "Listens." }"""),
        ],
        ["AgentInbox.Ack"] =
        [
            new("Five minutes more", """{ "lease": "0d9f5c1e-7a43-4c0b-9f5e-2b8a61c7d340", "leaseSeconds": 300 }"""),
        ],
        ["AgentInbox.Release"] =
        [
            new("Giving it back", """{ "lease": "0d9f5c1e-7a43-4c0b-9f5e-2b8a61c7d340" }"""),
            new("Giving it back as failed", """{ "lease": "0d9f5c1e-7a43-4c0b-9f5e-2b8a61c7d340", "error": "The model did not answer" }"""),
        ],
        ["Completion.Complete"] =
        [
            new("Done with a message, by what it says", """
                {
                  "agentId": "e112a000-0000-4000-8000-000000000001",
                  "roomId": "a1b2c3d4-e5f6-7890-1234-567890abcdef",
                  "userId": "550e8400-e29b-41d4-a716-446655440000",
                  "prompt": "Hello, how are you today?"
                }
                """, """
                {
                  "success": true,
                  "response": "I'm doing well, thank you for asking!",
                  "data": { "success": true, "response": "I'm doing well, thank you for asking!" }
                }
                """),
            new("Done with a message, by its id", """
                { "agentId": "e112a000-0000-4000-8000-000000000001", "messageId": "f1e2d3c4-b5a6-9876-5432-109876543210", "status": "completed" }
                """),
        ],
        ["AgentGrants.Grant"] =
        [
            new("Letting an agent post in a person's name", """{ "userId": "ada" }""", """
                { "success": true, "data": { "agentId": "e112a000-0000-4000-8000-000000000001", "userId": "ada", "createdAt": 1700000000 } }
                """),
        ],
    };
}
