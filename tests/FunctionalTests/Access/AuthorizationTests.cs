using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Access;

/// <summary>
/// Every route × every sort of caller, on a private channel and on what only operators may touch. A route that is not in
/// the table fails the test: whoever adds one decides here who may use it.
/// </summary>
public sealed class AuthorizationTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    /// <summary>The sorts of callers, in the order of the table's columns.</summary>
    private enum Who
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

    private static readonly Dictionary<string, Row> Table = new()
    {
        //                                                            body                                      none fore gues memb admi agen read oper
        ["GET /api/messaging/{channels}/{channelId}"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
        ["GET /api/messaging/{channels}/{channelId}/details"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
        ["GET /api/messaging/{channels}/{channelId}/messages"] = new(null, [401, 403, 200, 200, 200, 403, 200, 200]),
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

        ["GET /api/server/ping"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /api/server/health"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["GET /health"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /api/server/ping"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /api/server/health"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
        ["HEAD /health"] = new(null, [200, 200, 200, 200, 200, 200, 200, 200]),
    };

    /// <summary>Stands for the form of an upload, which is no JSON.</summary>
    private const string Upload = "a form with a file";

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
    };

    public static TheoryData<string> Routes => [.. Table.Keys.SelectMany(Spelled)];

    [Fact]
    public void Routes_OfTheServer_AreInTheTableAndNoneBesides() => RoutesOfTheServer().ShouldBe(Table.Keys.SelectMany(Spelled), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_ForEverySortOfCaller_LetsInWhomItShould(string route)
    {
        var row = Table[Table.Keys.Single(key => Spelled(key).Contains(route))];
        foreach (var who in Enum.GetValues<Who>())
        {
            var answer = await CallAsync(route, row, who);
            answer.Status.ShouldBe(row.Expected[(int)who], $"{route} by {who}: {answer.Text}");
            if (route.StartsWith("HEAD")) continue;
            if (answer.Status is 401) answer.ShouldBeError(401, "AUTHENTICATION_FAILED");
            if (answer.Status is 403) answer.ShouldBeError(403, "PERMISSION_DENIED");
        }
    }

    /// <summary>Each call finds a channel of its own, whatever the calls before it did.</summary>
    private async Task<Answer> CallAsync(string route, Row row, Who who)
    {
        var unique = Guid.NewGuid().ToString("N");
        var channel = (await factory.Api.PostAsync("/api/messaging/channels", new { name = unique, type = "group" })).ShouldBe(201).Data.GetProperty("id").GetString()!;
        foreach (var role in new[] { "guest", "member", "admin" }) await factory.Api.JoinAsync(Guid.Parse(channel), role, role);
        var key = (await factory.Api.PostAsync("/api/auth/keys", new { name = "victim", kind = "service" })).ShouldBe(201).Data.GetProperty("id").GetString()!;

        // What would be missed afterwards is done to another agent.
        var agent = IsMissed(route)
            ? (await factory.Api.PostAsync("/api/agents", new { name = "Victim" })).ShouldBe(201).Data.GetProperty("id").GetString()!
            : Api.Eliza;

        var (self, caller) = await CallerAsync(who);
        string Filled(string text) => text
            .Replace("{channelId}", channel).Replace("{keyId}", key).Replace("{agentId}", agent).Replace("{runId}", unique).Replace("{userId}", "nobody-granted")
        var media = route.Contains("{mediaId}") ? (await factory.Api.UploadPngAsync(Guid.Parse(channel))).GetProperty("id").GetString()! : "";

        var (self, caller) = await CallerAsync(who);
        string Filled(string text) => text
            .Replace("{channelId}", channel).Replace("{keyId}", key).Replace("{agentId}", Api.Eliza).Replace("{userId}", "nobody-granted")
            .Replace("{mediaId}", media).Replace("{name?}", "photo.png")
            .Replace("{unique}", "c" + unique).Replace("{self}", self);

        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        HttpContent? body = row.Body is null ? null : row.Body is Upload ? Uploads.Form(MediaSamples.Png) : new StringContent(Filled(System.Text.Json.JsonSerializer.Serialize(row.Body)), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        return await caller.SendAsync(new HttpMethod(method), Filled(path) + row.Query, body);
        var server = route.Contains("{serverId}")
            ? (await factory.Api.PostAsync("/api/messaging/servers", new { name = unique })).ShouldBe(201).Data.GetProperty("id").GetString()!
            : "";

        var (self, caller) = await CallerAsync(who);
        string Filled(string text) => text
            .Replace("{channelId}", channel).Replace("{keyId}", key).Replace("{agentId}", Api.Eliza).Replace("{userId}", "nobody-granted").Replace("{serverId}", server)
            .Replace("{unique}", "c" + unique).Replace("{self}", self);

        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        var body = row.Body is null ? null : new StringContent(Filled(System.Text.Json.JsonSerializer.Serialize(row.Body)), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        return await caller.SendAsync(new HttpMethod(method), Filled(path + row.Query), body);
    }

    private static bool IsMissed(string route) => route is "POST /api/agents/{agentId}/stop" or "DELETE /api/agents/{agentId}";

    private async Task<(string Self, Api Caller)> CallerAsync(Who who) => who switch
    {
        Who.Nobody => ("stranger", factory.Anonymous),
        Who.ForeignUser => ("stranger", await factory.UserAsync("stranger")),
        Who.Guest => ("guest", await factory.UserAsync("guest")),
        Who.Member => ("member", await factory.UserAsync("member")),
        Who.Admin => ("admin", await factory.UserAsync("admin")),
        Who.ForeignAgent => (Api.Eliza, await factory.AgentAsync(Api.Eliza, "messages:read", "messages:write")),
        Who.ReadOnlyKey => ("member", await factory.ServiceAsync("messages:read")),
        _ => ("member", factory.Api),
    };

    private IEnumerable<string> RoutesOfTheServer() => factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
            .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"));

    private static IEnumerable<string> Spelled(string route)
    {
        var alias = Aliases.FirstOrDefault(alias => route.Contains(alias.Key));
        return alias.Key is null ? [route] : alias.Value.Select(name => route.Replace(alias.Key, name));
    }

    /// <summary>Who may, in the order of <see cref="Who"/>.</summary>
    private sealed record Row(object? Body, int[] Expected, string Query = "");
}
