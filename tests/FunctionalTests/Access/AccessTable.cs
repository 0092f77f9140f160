using Eliza.FunctionalTests.Fixtures;
using Eliza.WebApi.Pages;

namespace Eliza.FunctionalTests.Access;

/// <summary>Every route of the server, and how it answers each sort of caller.</summary>
internal static class AccessTable
{
    /// <summary>Stands for the form of an upload, which is no JSON.</summary>
    public const string Upload = "a form with a file";

    public static readonly IReadOnlyDictionary<string, Row> Rows = new Dictionary<string, Row>
    {
        //                                                            body                                      none fore gues memb admi agen read oper
        ["GET /api/messaging/{channels}/{channelId}"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
        ["GET /api/messaging/{channels}/{channelId}/details"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
        ["GET /api/messaging/{channels}/{channelId}/messages"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),

        // What was missed and no more: a stream that waits would never end.
        ["GET /api/messaging/{channels}/{channelId}/events"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200], "?once=true"),
        ["GET /api/messaging/{channels}/{channelId}/participants"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
        ["POST /api/messaging/{channels}/{channelId}/participants"] = new(new { userId = "newcomer" }, [401, 403, 403, 403, 201, 403, 403, 201]),
        ["GET /api/messaging/{channels}/{channelId}/agents"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
        ["POST /api/messaging/{channels}/{channelId}/agents"] = new(new { agentId = Api.Eliza }, [401, 403, 403, 403, 200, 403, 403, 200]),

        // The agent is not in: whoever may take it out, itself included, hears so.
        ["DELETE /api/messaging/{channels}/{channelId}/agents/{agentId}"] = new(null, [401, 403, 403, 403, 404, 404, 403, 404]),
        ["POST /api/messaging/{channels}"] = new(new { name = "{unique}" }, [401, 201, 201, 201, 201, 403, 403, 201]),
        ["POST /api/messaging/submit"] = new(new { channel_id = "{channelId}", author_id = "{self}", content = "Hello" }, [401, 403, 403, 201, 201, 403, 403, 201]),

        // Media: the upload's body is a form with a small image in it.
        ["POST /api/messaging/{channels}/{channelId}/upload-media"] = new(Upload, [401, 403, 403, 200, 200, 403, 403, 200]),
        ["GET /media/{mediaId}/{name?}"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
        ["HEAD /media/{mediaId}/{name?}"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),

        // Messages. The message of the path is the member's own; each caller finds its own channel and message.
        ["POST /api/messaging/{channels}/{channelId}/messages"] = new(new { author_id = "{self}", content = "Hello" }, [401, 403, 403, 201, 201, 403, 403, 201]),
        ["DELETE /api/messaging/{channels}/{channelId}/messages"] = new(null, [401, 403, 403, 403, 200, 403, 403, 200]),
        ["DELETE /api/messaging/{channels}/{channelId}/messages/all"] = new(null, [401, 403, 403, 200, 200, 403, 403, 200], "?userId=member"),
        ["DELETE /api/messaging/{channels}/{channelId}/messages/{messageId}"] = new(null, [401, 403, 403, 200, 200, 403, 403, 200]),
        ["GET /api/messaging/messages/{messageId}"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
        ["GET /api/messaging/messages/{messageId}/thread"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
        ["GET /api/messaging/messages/{messageId}/edits"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
        ["PATCH /api/messaging/messages/{messageId}"] = new(new { content = "Edited" }, [401, 403, 403, 200, 403, 403, 403, 200]),
        ["POST /api/messaging/messages/search"] = new(new { channelId = "{channelId}", query = "hello" }, [401, 403, 200, 200, 200, 403, 200, 200]),

        // What each message of a batch may is told in its result.
        ["POST /api/messaging/messages/batch"] = new(
            new { messages = new[] { new { channel_id = "{channelId}", author_id = "{self}", content = "Hello" } } }, [401, 200, 200, 200, 200, 200, 403, 200]),

        // Platforms and jobs.
        ["POST /api/messaging/ingest-external"] = new(
            new { agentId = Api.Eliza, roomId = "{channelId}", userId = "550e8400-e29b-41d4-a716-446655440000", text = "Hello", sourceId = "{unique}", sourceType = "discord" },
            [401, 403, 403, 403, 403, 403, 403, 200]),
        ["POST /api/messaging/external-messages"] = new(
            new { platform = "discord", messageId = "{unique}", channelId = "general", userId = "ada", content = "Hello" }, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["GET /api/messaging/jobs"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /api/messaging/jobs/health"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /api/messaging/jobs/{jobId}"] = new(null, [401, 403, 403, 200, 403, 403, 403, 200]),

        // An agent asks for people, never for itself.
        ["POST /api/messaging/jobs"] = new(new { userId = "{self}", content = "Hello" }, [401, 201, 201, 201, 201, 400, 403, 201]),

        // Sessions. That of the path is the member's own, with the agent. To open one for somebody else takes a back end or a grant.
        ["GET /api/messaging/sessions"] = new(null, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["GET /api/messaging/sessions/health"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),
        ["POST /api/messaging/sessions"] = new(
            new { agentId = Api.Eliza, userId = "550e8400-e29b-41d4-a716-446655440000" }, [401, 403, 403, 403, 403, 403, 403, 201]),
        ["GET /api/messaging/sessions/{sessionId}"] = new(null, [401, 403, 403, 200, 403, 200, 403, 200]),
        ["DELETE /api/messaging/sessions/{sessionId}"] = new(null, [401, 403, 403, 200, 403, 403, 403, 200]),
        ["POST /api/messaging/sessions/{sessionId}/renew"] = new(null, [401, 403, 403, 200, 403, 403, 403, 200]),
        ["POST /api/messaging/sessions/{sessionId}/heartbeat"] = new(null, [401, 403, 403, 200, 403, 403, 403, 200]),
        ["GET /api/messaging/sessions/{sessionId}/messages"] = new(null, [401, 403, 403, 200, 403, 200, 403, 200]),
        ["GET /api/messaging/sessions/{sessionId}/events"] = new(null, [401, 403, 403, 200, 403, 200, 403, 200], "?once=true"),
        ["POST /api/messaging/sessions/{sessionId}/messages"] = new(new { content = "Hello" }, [401, 403, 403, 201, 403, 403, 403, 201]),
        ["PATCH /api/messaging/sessions/{sessionId}/timeout"] = new(new { timeoutMinutes = 60 }, [401, 403, 403, 200, 403, 403, 403, 200]),

        ["GET /api/messaging/{servers}"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),

        // Channels and servers. The channel is a group, the server is new.
        ["PATCH /api/messaging/{channels}/{channelId}"] = new(new { description = "New" }, [401, 403, 403, 403, 200, 403, 403, 200]),
        ["DELETE /api/messaging/{channels}/{channelId}"] = new(null, [401, 403, 403, 403, 200, 403, 403, 200]),
        ["GET /api/messaging/{channels}/{channelId}/participants/{userId}"] = new(null, [401, 403, 404, 404, 404, 403, 404, 404]),
        ["PATCH /api/messaging/{channels}/{channelId}/participants/{userId}"] = new(new { role = "guest" }, [401, 403, 403, 403, 404, 403, 403, 404]),
        ["DELETE /api/messaging/{channels}/{channelId}/participants/{userId}"] = new(null, [401, 403, 403, 403, 404, 403, 403, 404]),
        ["POST /api/messaging/{channels}/{channelId}/agents/{agentId}/mute"] = new(null, [401, 403, 403, 403, 404, 404, 403, 404]),
        ["POST /api/messaging/{channels}/{channelId}/agents/{agentId}/unmute"] = new(null, [401, 403, 403, 403, 404, 404, 403, 404]),
        ["GET /api/messaging/dm-channel"] = new(null, [401, 403, 403, 200, 403, 403, 403, 200], "?userId1=member&userId2={unique}"),
        ["POST /api/messaging/group-channels"] = new(new { name = "{unique}", participants = new[] { "ada", "bob" } }, [401, 201, 201, 201, 201, 403, 403, 201]),
        ["GET /api/messaging/{servers}/{serverId}/channels"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),
        ["POST /api/messaging/{servers}/{serverId}/sync-channels"] = new(new { channels = Array.Empty<object>() }, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["POST /api/messaging/{servers}"] = new(new { name = "{unique}" }, [401, 403, 403, 403, 403, 403, 403, 201]),
        ["GET /api/messaging/{servers}/{serverId}"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),
        ["PATCH /api/messaging/{servers}/{serverId}"] = new(new { name = "{unique}" }, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["DELETE /api/messaging/{servers}/{serverId}"] = new(null, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["GET /api/messaging/{servers}/{serverId}/agents"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),
        ["POST /api/messaging/{servers}/{serverId}/agents"] = new(new { agentId = Api.Eliza }, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["DELETE /api/messaging/{servers}/{serverId}/agents/{agentId}"] = new(null, [401, 403, 403, 403, 403, 403, 403, 404]),
        ["GET /api/messaging/message-server/current"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /api/messaging/agents/{agentId}/message-servers"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),

        ["GET /api/agents"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /api/agents/{agentId}/grants"] = new(null, [401, 200, 200, 200, 200, 200, 403, 200]),
        ["POST /api/agents/{agentId}/grants"] = new(new { userId = "somebody-else" }, [401, 403, 403, 403, 403, 403, 403, 201]),

        // There is no such grant: whoever may end it, the agent included, hears so.
        ["DELETE /api/agents/{agentId}/grants"] = new(null, [401, 403, 403, 403, 403, 404, 403, 404], "?userId=nobody-granted"),
        ["DELETE /api/agents/{agentId}/grants/{userId}"] = new(null, [401, 403, 403, 403, 403, 404, 403, 404]),

        // Agents and runs.
        ["GET /api/agents/{agentId}"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),
        ["POST /api/agents"] = new(new { name = "Parry" }, [401, 403, 403, 403, 403, 403, 403, 201]),
        ["PATCH /api/agents/{agentId}"] = new(new { name = "Eliza" }, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["POST /api/agents/{agentId}/start"] = new(null, [401, 403, 403, 403, 403, 403, 403, 200]),

        // Only a copy is stopped and deleted: the others need the agent.
        ["POST /api/agents/{agentId}/stop"] = new(null, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["DELETE /api/agents/{agentId}"] = new(null, [401, 403, 403, 403, 403, 403, 403, 200]),

        // The embedded agent has no webhook and no inbox: whoever may have a part in its work hears so.
        ["POST /api/agents/{agentId}/rotate-secret"] = new(null, [401, 403, 403, 403, 403, 403, 403, 409]),
        ["GET /api/agents/{agentId}/runs"] = new(null, [401, 403, 403, 403, 403, 200, 403, 200]),
        ["GET /api/agents/{agentId}/runs/{runId}"] = new(null, [401, 403, 403, 403, 403, 404, 403, 404]),
        ["GET /api/agents/{agentId}/inbox"] = new(null, [401, 403, 403, 403, 403, 409, 403, 409]),
        ["POST /api/agents/{agentId}/inbox/{runId}/ack"] = new(new { lease = Guid.Empty }, [401, 403, 403, 403, 403, 404, 403, 404]),
        ["POST /api/agents/{agentId}/inbox/{runId}/release"] = new(new { lease = Guid.Empty }, [401, 403, 403, 403, 403, 404, 403, 404]),
        ["POST /api/messaging/complete"] = new(
            new { agentId = Api.Eliza, roomId = "{channelId}", userId = Guid.Empty, prompt = "Hello" }, [401, 403, 403, 403, 403, 404, 403, 404]),

        ["GET /api/auth/keys"] = new(null, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["POST /api/auth/keys"] = new(new { name = "mine", kind = "service", scopes = new[] { "admin" } }, [401, 403, 403, 403, 403, 403, 403, 201]),
        ["POST /api/auth/keys/{keyId}/rotate"] = new(new { }, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["DELETE /api/auth/keys/{keyId}"] = new(null, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["POST /api/auth/token"] = new(new { userId = "somebody-else" }, [401, 403, 403, 403, 403, 403, 403, 201]),
        ["GET /api/server/status"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),

        // What operators ask, and what describes the API.
        ["GET /api/server/hello"] = new(null, [401, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /api/server/servers"] = new(null, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["GET /api/server/debug/servers"] = new(null, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["POST /api/server/stop"] = new(null, [401, 403, 403, 403, 403, 403, 403, 200]),
        ["GET /openapi/v1.json"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /openapi/v1.json"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /docs{file}"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),

        // The chat page.
        ["GET /"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /assets/{asset}"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /assets/{asset}"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),

        ["GET /api/server/ping"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /api/server/health"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /health"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /api/server/ping"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /api/server/health"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /health"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /health/live"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /health/live"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /health/ready"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /health/ready"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
    };

    private static readonly PageFiles Page = PageFiles.Read();

    /// <summary>Resources that answer under more than one name.</summary>
    private static readonly Dictionary<string, string[]> Aliases = new()
    {
        ["{channels}"] = ["channels", "central-channels"],
        ["{servers}"] = ["servers", "central-servers", "message-servers"],
        ["{file}"] =
        [
            "", "/index.html", "/index.js", "/index.css", "/swagger-ui.css", "/swagger-ui-bundle.js", "/swagger-ui-standalone-preset.js",
            "/favicon-16x16.png", "/favicon-32x32.png",
        ],
        ["{asset}"] = [.. Page.Assets.Select(file => $"{Page.Version}/{file.Name}")],
    };

    /// <summary>The route under each of its names.</summary>
    public static IEnumerable<string> Spelled(string route)
    {
        var alias = Aliases.FirstOrDefault(alias => route.Contains(alias.Key));
        return alias.Key is null ? [route] : alias.Value.Select(name => route.Replace(alias.Key, name));
    }

    /// <summary>A route.</summary>
    /// <param name="Body">What it is sent, with names in braces for what each call finds anew; null for nothing.</param>
    /// <param name="Expected">The statuses, in the order of <see cref="Who"/>.</param>
    /// <param name="Query">The query, with its question mark.</param>
    internal sealed record Row(object? Body, int[] Expected, string Query = "");

    /// <summary>The sorts of callers, in the order of the table's columns.</summary>
    internal enum Who
    {
        Nobody,
        ForeignUser,
        Guest,
        Member,
        Admin,
        ForeignAgent,
        ReadOnlyKey,
        Operator,
    }
}
