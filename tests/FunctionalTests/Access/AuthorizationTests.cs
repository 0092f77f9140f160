using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Realtime.Gateway;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static Eliza.FunctionalTests.Access.AccessTable;

namespace Eliza.FunctionalTests.Access;

/// <summary>
/// Every route × every sort of caller, on a private channel and on what only operators may touch. A route that is not in
/// the table fails the test: whoever adds one decides there who may use it.
/// </summary>
public sealed class AuthorizationTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    public static TheoryData<string> Routes => [.. Rows.Keys.SelectMany(Spelled)];

    private static readonly ConcurrentDictionary<Who, Task<(string Self, Api Caller)>> Callers = new();

    private static Api? _operator;

    private Api Operator => _operator ??= factory.Api;

    [Fact]
    public void Routes_OfTheServer_AreInTheTableAndNoneBesides() => RoutesOfTheServer().ShouldBe(Rows.Keys.SelectMany(Spelled), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_ForEverySortOfCaller_LetsInWhomItShould(string route)
    {
        var row = Rows[Rows.Keys.Single(key => Spelled(key).Contains(route))];
        foreach (var who in Enum.GetValues<Who>())
        {
            var answer = await CallAsync(route, row, who);
            answer.Status.ShouldBe(row.Expected[(int)who], $"{route} by {who}: {answer.Text}");
            if (route.StartsWith("HEAD", StringComparison.Ordinal)) continue;
            if (answer.Status is 401) answer.ShouldBeError(401, "AUTHENTICATION_FAILED");
            if (answer.Status is 403) answer.ShouldBeError(403, "PERMISSION_DENIED");
        }
    }

    private async Task<Answer> CallAsync(string route, Row row, Who who)
    {
        var (self, caller) = await CallerAsync(who);
        var values = await ValuesAsync(route);
        values["{self}"] = self;
        string Filled(string text) => values.Aggregate(text, (filled, value) => filled.Replace(value.Key, value.Value, StringComparison.Ordinal));

        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        HttpContent? body = row.Body switch
        {
            null => null,
            Upload => Uploads.Form(MediaSamples.Png),
            _ => new StringContent(Filled(JsonSerializer.Serialize(row.Body)), new MediaTypeHeaderValue("application/json")),
        };
        return await caller.SendAsync(new HttpMethod(method), Filled(path + row.Query), body);
    }

    /// <summary>Each call finds a channel of its own, and whatever else its route names, whatever the calls before it did.</summary>
    private async Task<Dictionary<string, string>> ValuesAsync(string route)
    {
        var unique = Guid.NewGuid().ToString("N");
        var channel = await MakeAsync("/api/messaging/channels", new { name = unique, type = "group" });
        foreach (var role in new[] { "guest", "member", "admin" }) await Operator.JoinAsync(Guid.Parse(channel), role, role);

        // What would be missed afterwards is done to another agent.
        var isMissed = route is "POST /api/agents/{agentId}/stop" or "DELETE /api/agents/{agentId}";
        return new Dictionary<string, string>
        {
            ["{channelId}"] = channel,
            ["{messageId}"] = $"{await Operator.SubmitAsync(Guid.Parse(channel), "Hello", "member")}",
            ["{mediaId}"] = route.Contains("{mediaId}") ? (await Operator.UploadPngAsync(Guid.Parse(channel))).GetProperty("id").GetString()! : "",
            ["{name?}"] = "photo.png",
            ["{serverId}"] = route.Contains("{serverId}") ? await MakeAsync("/api/messaging/servers", new { name = unique }) : "",
            ["{jobId}"] = route.Contains("{jobId}") ? await MakeAsync("/api/messaging/jobs", new { userId = "member", content = "Hello" }, "jobId") : "",
            ["{sessionId}"] = route.Contains("{sessionId}") ? await OpenSessionAsync() : "",
            ["{keyId}"] = await MakeAsync("/api/auth/keys", new { name = "victim", kind = "service" }),
            ["{agentId}"] = isMissed ? await MakeAsync("/api/agents", new { name = "Victim" }) : Api.Eliza,
            ["{runId}"] = unique,
            ["{userId}"] = "nobody-granted",
            ["{unique}"] = "c" + unique,
        };
    }

    /// <summary>Who opens a session for itself need not have a UUID.</summary>
    private async Task<string> OpenSessionAsync() =>
        (await (await CallerAsync(Who.Member)).Caller.PostAsync("/api/messaging/sessions", new { agentId = Api.Eliza })).ShouldBe(201).Json.GetProperty("sessionId").GetString()!;

    private async Task<string> MakeAsync(string path, object body, string id = "id") =>
        (await Operator.PostAsync(path, body)).ShouldBe(201).Data.GetProperty(id).GetString()!;

    /// <summary>Each with one connection for all its calls: with one for each, thousands would stay open at a time.</summary>
    private Task<(string Self, Api Caller)> CallerAsync(Who who) => Callers.GetOrAdd(who, MakeCallerAsync);

    private async Task<(string Self, Api Caller)> MakeCallerAsync(Who who) => who switch
    {
        Who.Nobody => ("stranger", factory.Anonymous),
        Who.ForeignUser => ("stranger", await factory.UserAsync("stranger")),
        Who.Guest => ("guest", await factory.UserAsync("guest")),
        Who.Member => ("member", await factory.UserAsync("member")),
        Who.Admin => ("admin", await factory.UserAsync("admin")),
        Who.ForeignAgent => (Api.Eliza, await factory.AgentAsync(Api.Eliza, "messages:read", "messages:write")),
        Who.ReadOnlyKey => ("member", await factory.ServiceAsync("messages:read")),
        _ => ("member", Operator),
    };

    /// <summary>But for the one that takes any method: over sockets credentials come inside, which the gateway's own tests try.</summary>
    private IEnumerable<string> RoutesOfTheServer() => factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText != GatewayRegistration.Path)
        .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
            .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"));
}
