namespace Eliza.WebApi.OpenApi.Examples;

/// <summary>As the messaging documents print them.</summary>
internal static class MessagesSamples
{
    private const string Hello = """
        {
          "id": "f1e2d3c4-b5a6-9876-5432-109876543210",
          "text": "Hello, how are you today?",
          "userId": "user-123",
          "agentId": null,
          "roomId": "a1b2c3d4-e5f6-7890-1234-567890abcdef",
          "createdAt": 1700000000,
          "metadata": {},
          "channelId": "a1b2c3d4-e5f6-7890-1234-567890abcdef",
          "serverId": "00000000-0000-0000-0000-000000000000",
          "authorId": "user-123",
          "inReplyToMessageId": null,
          "threadId": null,
          "sourceType": "user_message",
          "attachments": [],
          "mentions": [],
          "editedAt": null,
          "content": "Hello, how are you today?",
          "updatedAt": 1700000000,
          "inReplyToRootMessageId": null
        }
        """;

    private const string Answer = """
        {
          "id": "e2d3c4b5-a6f1-0987-6543-210987654321",
          "text": "I'm doing well, thank you for asking!",
          "userId": null,
          "agentId": "agent-456",
          "roomId": "a1b2c3d4-e5f6-7890-1234-567890abcdef",
          "createdAt": 1700000060,
          "metadata": { "agent_name": "Assistant" },
          "channelId": "a1b2c3d4-e5f6-7890-1234-567890abcdef",
          "serverId": "00000000-0000-0000-0000-000000000000",
          "authorId": "agent-456",
          "inReplyToMessageId": "f1e2d3c4-b5a6-9876-5432-109876543210",
          "threadId": "f1e2d3c4-b5a6-9876-5432-109876543210",
          "sourceType": "agent_response",
          "attachments": [],
          "mentions": [],
          "editedAt": null,
          "content": "I'm doing well, thank you for asking!",
          "updatedAt": 1700000060,
          "inReplyToRootMessageId": "f1e2d3c4-b5a6-9876-5432-109876543210"
        }
        """;

    public static readonly Dictionary<string, Sample[]> ByAction = new()
    {
        ["Submit.Submit"] =
        [
            new("Sending a message", """
                {
                  "channel_id": "a1b2c3d4-e5f6-7890-1234-567890abcdef",
                  "server_id": "00000000-0000-0000-0000-000000000000",
                  "author_id": "user-123",
                  "content": "Hello, how are you today?",
                  "source_type": "user_message",
                  "raw_message": {},
                  "metadata": {}
                }
                """, $$"""{ "success": true, "data": {{Hello}} }"""),
            new("Answering in a thread", """
                {
                  "channel_id": "a1b2c3d4-e5f6-7890-1234-567890abcdef",
                  "author_id": "user-123",
                  "content": "I have a question about the project timeline",
                  "in_reply_to_message_id": "f1e2d3c4-b5a6-9876-5432-109876543210"
                }
                """),
            new("Rich content", """
                {
                  "channel_id": "a1b2c3d4-e5f6-7890-1234-567890abcdef",
                  "author_id": "user-123",
                  "content": "Check out this report and image",
                  "attachments": [
                    { "url": "https://example.com/report.pdf", "contentType": "application/pdf", "name": "quarterly-report.pdf", "size": 1572864 },
                    { "url": "https://example.com/chart.png", "contentType": "image/png", "name": "sales-chart.png", "size": 204800 }
                  ],
                  "metadata": {
                    "rich_type": "report_with_chart",
                    "summary": "Q3 sales performance report with trend analysis"
                  }
                }
                """),
        ],
        ["Messages.Post"] =
        [
            new("Posting to a channel", """{ "author_id": "user-123", "content": "Hello, how are you today?" }"""),
        ],
        ["Message.Edit"] =
        [
            new("Saying it better", """{ "content": "Hello, how are you all today?" }"""),
        ],
        ["MessageSearch.Search"] =
        [
            new("By words", """{ "query": "project timeline", "channelId": "a1b2c3d4-e5f6-7890-1234-567890abcdef", "limit": 10 }"""),
            new("By author and time", """{ "authorId": "user-123", "from": "2023-11-14T00:00:00Z", "to": 1700000000 }"""),
        ],
        ["MessageBatch.Submit"] =
        [
            new("Two messages at once", """
                {
                  "messages": [
                    { "channel_id": "a1b2c3d4-e5f6-7890-1234-567890abcdef", "author_id": "user-123", "content": "Good morning" },
                    { "channel_id": "a1b2c3d4-e5f6-7890-1234-567890abcdef", "author_id": "user-789", "content": "Good morning to you" }
                  ]
                }
                """),
        ],
        ["Messages.List"] =
        [
            new("Retrieving message history", null, $$"""
                {
                  "success": true,
                  "data": { "messages": [ {{Hello}}, {{Answer}} ], "pagination": { "limit": 10, "offset": 0, "total": 2 } }
                }
                """),
        ],
    };
}
