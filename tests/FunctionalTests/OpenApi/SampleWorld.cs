using System.Text.RegularExpressions;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.OpenApi;

/// <summary>A channel with Eliza and Ada in it, a message, a key, a grant: one of everything that paths and bodies name.</summary>
internal sealed partial record SampleWorld(string Unique, Guid Channel, Guid Message, string Key)
{
    private const string Person = "ada";

    private Dictionary<string, string> Values => new()
    {
        ["channelId"] = $"{Channel}",
        ["messageId"] = $"{Message}",
        ["agentId"] = Api.Eliza,
        ["userId"] = Person,
        ["keyId"] = Key,
        ["serverId"] = $"{Guid.Empty}",
    };

    public static async Task<SampleWorld> MakeAsync(ApiFactory factory)
    {
        var api = factory.Api;
        var unique = $"world-{Guid.CreateVersion7():N}";
        var channel = await api.CreateChannelAsync(unique);
        var message = await api.SubmitAsync(channel, "Hello", Person);
        (await api.PostAsync($"/api/messaging/channels/{channel}/agents", new { agentId = Api.Eliza })).ShouldBe(200);
        (await api.PostAsync($"/api/agents/{Api.Eliza}/grants", new { userId = Person })).ShouldBe(201);
        var key = (await api.PostAsync("/api/auth/keys", new { name = unique, kind = "service" })).ShouldBe(201).Data.GetProperty("id").GetString()!;
        return new SampleWorld(unique, channel, message, key);
    }

    /// <summary>The path with its parameters, and those of the query that it cannot do without.</summary>
    public string PathOf(ApiOperation operation)
    {
        var path = Parameter().Replace(operation.Path, match => Values.GetValueOrDefault(match.Groups[1].Value) ?? match.Value);
        return operation.Id switch
        {
            "revokeAgentGrantByQuery" => $"{path}?userId={Person}",
            _ => path,
        };
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
