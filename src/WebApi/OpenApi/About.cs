using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>What the document says of the API as a whole.</summary>
internal static class About
{
    private const string Text = """
        A self-hosted message server for people, AI agents and outside platforms. It speaks the public elizaOS / 371OS messaging API.

        - **Credentials**: `Authorization: Bearer <API key or token>`, or `X-API-Key: <API key>`.
        - **Bodies** are JSON. Each field may be spelled in camelCase or in snake_case, unknown fields are passed over, and `null` is the same as nothing.
        - **Answers** are `{"success": true, "data": …}`; some objects stand both under their name and bare, as clients differ. Those of sessions are bare alone.
        - **Failures** are all `{"success": false, "error": {"code", "message", "details"}}`; `code` is stable. They are checked in this order: 401, 429, 400 (413, 415), 404, 403, the rest.
        - **Lists** answer 50 items unless `limit` (1–100) says otherwise.
        - **Repeating**: a POST that creates something takes a `messageId` in its body, or the header `Idempotency-Key`; for 24 hours it is done once.
        - **In real time**: `/socket.io/` speaks Socket.IO 4 (credentials in `auth: {token}` or the headers); the same events come as Server-Sent Events from `…/channels/{channelId}/events` and `…/sessions/{sessionId}/events`. The README lists the events.
        - **Times** of messages, channels, agents and keys are Unix seconds; those of sessions are ISO 8601.
        """;

    public static OpenApiInfo Info => new()
    {
        Title = "Eliza",
        Version = typeof(About).Assembly.GetName().Version!.ToString(3),
        Description = Text,
        License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
    };

    public static HashSet<OpenApiTag> Tags =>
    [
        new() { Name = "messaging", Description = "Messages, channels, participants, and servers" },
        new() { Name = "sessions", Description = "Conversations of one person with one agent that end by themselves" },
        new() { Name = "agents", Description = "Agents, their runs, and in whose name they may post" },
        new() { Name = "access", Description = "The keys and tokens with which callers are known" },
        new() { Name = "system", Description = "Signs of life, and what operators need" },
    ];

    /// <summary>By what a path begins with.</summary>
    public static string TagOf(string path) => path.Split('/') switch
    {
        [_, "api", "agents", ..] => "agents",
        [_, "api", "auth", ..] => "access",
        [_, "api", "messaging", "sessions", ..] => "sessions",
        [_, "api", "messaging", ..] or [_, "media", ..] => "messaging",
        _ => "system",
    };
}
