namespace Eliza.FunctionalTests.OpenApi;

/// <summary>
/// What the public reference answers that is this server's business: methods, paths, and the operations' names. Its sections
/// on memory, rooms, worlds, logs and audio, and on the media of agents, are about another product's inside, or come with later steps.
/// </summary>
internal static class ReferenceRoutes
{
    public static readonly IReadOnlyDictionary<string, string> All = Read("""
        GET /api/server/ping getPing
        GET /api/server/hello getHello
        GET /api/server/status getStatus
        GET /api/server/health getHealth
        POST /api/server/stop stopServer
        GET /api/server/debug/servers getDebugServers
        GET /api/server/servers getServers
        GET /api/agents listAgents
        POST /api/agents createAgent
        GET /api/agents/{} getAgent
        PATCH /api/agents/{} updateAgent
        DELETE /api/agents/{} deleteAgent
        POST /api/agents/{}/start startAgent
        POST /api/agents/{}/stop stopAgent
        POST /api/messaging/submit submitMessage
        POST /api/messaging/complete completeMessage
        POST /api/messaging/ingest-external ingestExternalMessage
        GET /api/messaging/central-servers getCentralServers
        POST /api/messaging/servers createServer
        POST /api/messaging/servers/{}/agents addAgentToServer
        GET /api/messaging/servers/{}/agents getServerAgents
        DELETE /api/messaging/servers/{}/agents/{} removeAgentFromServer
        GET /api/messaging/servers/{}/channels getServerChannels
        POST /api/messaging/channels createChannel
        GET /api/messaging/dm-channel getDmChannel
        POST /api/messaging/central-channels createCentralChannel
        GET /api/messaging/central-servers/{}/channels getCentralServerChannels
        GET /api/messaging/central-channels/{}/details getChannelDetails
        GET /api/messaging/central-channels/{} getChannelInfo
        PATCH /api/messaging/central-channels/{} updateChannel
        DELETE /api/messaging/central-channels/{} deleteChannel
        GET /api/messaging/central-channels/{}/participants getChannelParticipants
        POST /api/messaging/central-channels/{}/agents addAgentToChannel
        GET /api/messaging/central-channels/{}/messages getChannelMessages
        POST /api/messaging/central-channels/{}/messages sendChannelMessage
        DELETE /api/messaging/central-channels/{}/messages deleteAllChannelMessages
        DELETE /api/messaging/central-channels/{}/messages/{} deleteChannelMessage
        DELETE /api/messaging/central-channels/{}/messages/all deleteAllUserChannelMessages
        POST /api/messaging/group-channels createGroupChannel
        POST /api/messaging/external-messages processExternalMessage
        POST /api/messaging/channels/{}/upload-media uploadChannelMedia
        POST /api/messaging/sessions createSession
        GET /api/messaging/sessions listSessions
        GET /api/messaging/sessions/health getSessionsHealth
        GET /api/messaging/sessions/{} getSession
        DELETE /api/messaging/sessions/{} endSession
        POST /api/messaging/sessions/{}/renew renewSession
        PATCH /api/messaging/sessions/{}/timeout updateSessionTimeout
        POST /api/messaging/sessions/{}/heartbeat sessionHeartbeat
        POST /api/messaging/sessions/{}/messages sendSessionMessage
        GET /api/messaging/sessions/{}/messages getSessionMessages
        """);

    private static Dictionary<string, string> Read(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(parts => $"{parts[0]} {parts[1]}", parts => parts[2]);
}
