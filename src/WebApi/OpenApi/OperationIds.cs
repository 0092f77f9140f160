using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Eliza.WebApi.OpenApi;

/// <summary>
/// The names of operations, which generated clients call their methods by: the reference's own where it has the method and
/// the path, else made of the action's name and what tells its path from the others.
/// </summary>
internal sealed partial class OperationIds
{
    /// <summary>By method and path, whatever the path's parameters are called.</summary>
    private static readonly FrozenDictionary<string, string> OfReference = new Dictionary<string, string>
    {
        ["GET /api/server/ping"] = "getPing",
        ["GET /api/server/hello"] = "getHello",
        ["GET /api/server/status"] = "getStatus",
        ["GET /api/server/health"] = "getHealth",
        ["POST /api/server/stop"] = "stopServer",
        ["GET /api/server/debug/servers"] = "getDebugServers",
        ["GET /api/server/servers"] = "getServers",
        ["GET /api/agents"] = "listAgents",
        ["POST /api/agents"] = "createAgent",
        ["GET /api/agents/{}"] = "getAgent",
        ["PATCH /api/agents/{}"] = "updateAgent",
        ["DELETE /api/agents/{}"] = "deleteAgent",
        ["POST /api/agents/{}/start"] = "startAgent",
        ["POST /api/agents/{}/stop"] = "stopAgent",
        ["POST /api/messaging/submit"] = "submitMessage",
        ["POST /api/messaging/complete"] = "completeMessage",
        ["POST /api/messaging/ingest-external"] = "ingestExternalMessage",
        ["GET /api/messaging/central-servers"] = "getCentralServers",
        ["POST /api/messaging/servers"] = "createServer",
        ["POST /api/messaging/servers/{}/agents"] = "addAgentToServer",
        ["GET /api/messaging/servers/{}/agents"] = "getServerAgents",
        ["DELETE /api/messaging/servers/{}/agents/{}"] = "removeAgentFromServer",
        ["GET /api/messaging/servers/{}/channels"] = "getServerChannels",
        ["POST /api/messaging/channels"] = "createChannel",
        ["GET /api/messaging/dm-channel"] = "getDmChannel",
        ["POST /api/messaging/central-channels"] = "createCentralChannel",
        ["GET /api/messaging/central-servers/{}/channels"] = "getCentralServerChannels",
        ["GET /api/messaging/central-channels/{}/details"] = "getChannelDetails",
        ["GET /api/messaging/central-channels/{}"] = "getChannelInfo",
        ["PATCH /api/messaging/central-channels/{}"] = "updateChannel",
        ["DELETE /api/messaging/central-channels/{}"] = "deleteChannel",
        ["GET /api/messaging/central-channels/{}/participants"] = "getChannelParticipants",
        ["POST /api/messaging/central-channels/{}/agents"] = "addAgentToChannel",
        ["GET /api/messaging/central-channels/{}/messages"] = "getChannelMessages",
        ["POST /api/messaging/central-channels/{}/messages"] = "sendChannelMessage",
        ["DELETE /api/messaging/central-channels/{}/messages"] = "deleteAllChannelMessages",
        ["DELETE /api/messaging/central-channels/{}/messages/{}"] = "deleteChannelMessage",
        ["DELETE /api/messaging/central-channels/{}/messages/all"] = "deleteAllUserChannelMessages",
        ["POST /api/messaging/group-channels"] = "createGroupChannel",
        ["POST /api/messaging/external-messages"] = "processExternalMessage",
        ["POST /api/messaging/channels/{}/upload-media"] = "uploadChannelMedia",
        ["POST /api/messaging/sessions"] = "createSession",
        ["GET /api/messaging/sessions"] = "listSessions",
        ["GET /api/messaging/sessions/health"] = "getSessionsHealth",
        ["GET /api/messaging/sessions/{}"] = "getSession",
        ["DELETE /api/messaging/sessions/{}"] = "endSession",
        ["POST /api/messaging/sessions/{}/renew"] = "renewSession",
        ["PATCH /api/messaging/sessions/{}/timeout"] = "updateSessionTimeout",
        ["POST /api/messaging/sessions/{}/heartbeat"] = "sessionHeartbeat",
        ["POST /api/messaging/sessions/{}/messages"] = "sendSessionMessage",
        ["GET /api/messaging/sessions/{}/messages"] = "getSessionMessages",
    }.ToFrozenDictionary();

    private readonly Dictionary<string, string> _given = OfReference.ToDictionary(known => known.Value, known => known.Key);

    /// <summary>Never the same twice, as long as each method and path is asked for once and always in the same order.</summary>
    public string Next(string method, string path, ControllerActionDescriptor action)
    {
        if (OfReference.TryGetValue($"{method} {Parameter().Replace(path, "{}")}", out var known)) return known;
        var plain = NameOf(method, action);
        return Candidates(plain, path).First(candidate => _given.TryAdd(candidate, path));
    }

    /// <summary>The plain name; with what of the path the owner of the plain name has not; with the whole path.</summary>
    private IEnumerable<string> Candidates(string plain, string path)
    {
        yield return plain;
        string[] parts = [.. path.Split('/').Where(part => !part.Contains('{', StringComparison.Ordinal))];
        yield return $"{plain}Under{string.Concat(parts.Except(_given[plain].Split('/', ' ')).Select(Pascal))}";
        yield return $"{plain}Under{string.Concat(parts.Select(Pascal))}";
    }

    /// <summary><c>listApiKeys</c> of the action List on ApiKeys, <c>createApiKey</c> of Create; what has a noun already keeps it.</summary>
    private static string NameOf(string method, ControllerActionDescriptor action)
    {
        var (verb, by) = action.ActionName.IndexOf("By", StringComparison.Ordinal) is > 0 and var at
            ? (action.ActionName[..at], action.ActionName[at..])
            : (action.ActionName, "");
        if (HttpMethods.IsHead(method)) verb = "Head" + verb;
        var noun = Capitals().Count(verb) > 1 ? "" : verb is "List" ? action.ControllerName : action.ControllerName.TrimEnd('s');
        return char.ToLowerInvariant(verb[0]) + verb[1..] + noun + by;
    }

    private static string Pascal(string part) => string.Concat(part.Split('-', '/').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capitals();
}
