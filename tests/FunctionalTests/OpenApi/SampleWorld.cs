using System.Text.RegularExpressions;
using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.OpenApi;

/// <summary>A channel with an agent and a person in it, and one of everything else that an operation's path and bodies name.</summary>
internal sealed partial class SampleWorld
{
    /// <summary>An agent is done with what this person said: there it must be a UUID.</summary>
    private const string Person = "550e8400-e29b-41d4-a716-446655440000";

    private readonly Dictionary<string, string> _values = new() { ["agentId"] = Api.Eliza, ["userId"] = Person, ["name"] = "photo.png" };
    private readonly ApiOperation _operation;
    private readonly Api _api;

    private SampleWorld(ApiOperation operation, Api api) => (_operation, _api) = (operation, api);

    public string Unique { get; } = $"world-{Guid.CreateVersion7():N}";

    public Guid Channel { get; private set; }

    public Guid Message { get; private set; }

    /// <summary>With what an agent holds the message that it fetched.</summary>
    public string Lease { get; private set; } = "";

    private string Agent => _values["agentId"];

    public static async Task<SampleWorld> MakeAsync(ApiFactory factory, ApiOperation operation)
    {
        var world = new SampleWorld(operation, factory.Api);
        await world.MakeAgentAsync();
        await world.MakeChannelAsync();
        await world.MakeRunAsync();
        await world.MakeOthersAsync();
        return world;
    }

    /// <summary>The path with its parameters, and those of the query that it cannot do without.</summary>
    public string PathOf()
    {
        var path = Parameter().Replace(_operation.Path, match => _values.GetValueOrDefault(match.Groups[1].Value) ?? match.Value);
        return path + _operation.Id switch
        {
            "revokeAgentGrantByQuery" => $"?userId={Person}",
            "getDmChannel" => $"?userId1={Person}&userId2={Agent}",
            _ when _operation.Path.EndsWith("/messages/all", StringComparison.Ordinal) => $"?userId={Person}",
            _ when _operation.Path.EndsWith("/events", StringComparison.Ordinal) => "?once=true",
            _ => "",
        };
    }

    /// <summary>Eliza, unless the path is about agents of another kind, or does to it what the others would miss.</summary>
    private async Task MakeAgentAsync()
    {
        if (_operation.Path.Contains("/inbox", StringComparison.Ordinal)) _values["agentId"] = await _api.CreateAgentAsync();
        else if (_operation.Path.EndsWith("/rotate-secret", StringComparison.Ordinal))
            _values["agentId"] = await _api.CreateAgentAsync("webhook", settings: new { webhookUrl = "https://example.com/eliza" });
        else if (_operation is { Path: "/api/agents/{agentId}" } or { Path: "/api/agents/{agentId}/stop" }) _values["agentId"] = await _api.CreateAgentAsync("eliza");
    }

    private async Task MakeChannelAsync()
    {
        Channel = await _api.CreateChannelAsync(Unique);
        await _api.JoinAsync(Channel, Person);
        (await _api.PostAsync($"/api/messaging/channels/{Channel}/agents", new { agentId = Agent })).ShouldBe(200);
        Message = await _api.SubmitAsync(Channel, "Hello, how are you today?", Person);
        (_values["channelId"], _values["messageId"]) = ($"{Channel}", $"{Message}");
    }

    private async Task MakeRunAsync()
    {
        if (!Names("runId")) return;
        _values["runId"] = (await _api.RunsAsync(Agent, $"roomId={Channel}")).Single().Text("runId");
        if (_operation.Path.Contains("/inbox", StringComparison.Ordinal)) Lease = (await _api.FetchAsync(Agent)).Single().Text("lease");
    }

    private async Task MakeOthersAsync()
    {
        if (Names("mediaId")) _values["mediaId"] = (await _api.UploadPngAsync(Channel)).Text("id");
        if (Names("keyId")) _values["keyId"] = await IdAsync("/api/auth/keys", new { name = Unique, kind = "service" });
        if (Names("jobId")) _values["jobId"] = await IdAsync("/api/messaging/jobs", new { userId = Person, content = "Hello" }, "jobId");
        if (Names("sessionId")) _values["sessionId"] = (await _api.PostAsync("/api/messaging/sessions", new { agentId = Agent, userId = Person })).ShouldBe(201).Json.Text("sessionId");
        if (_operation.Path.Contains("/grants", StringComparison.Ordinal)) (await _api.PostAsync($"/api/agents/{Agent}/grants", new { userId = Person })).ShouldBe(201);
        if (!Names("serverId")) return;
        _values["serverId"] = await IdAsync("/api/messaging/servers", new { name = Unique });
        (await _api.PostAsync($"/api/messaging/servers/{_values["serverId"]}/agents", new { agentId = Agent })).ShouldBe(200);
    }

    private async Task<string> IdAsync(string path, object body, string name = "id") => (await _api.PostAsync(path, body)).ShouldBe(201).Data.Text(name);

    private bool Names(string parameter) => _operation.Path.Contains($"{{{parameter}}}", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
