namespace Eliza.FunctionalTests.Clients;

/// <summary>Every method of the reference's published client does here what its types promise, but for those that have no meaning here.</summary>
[Trait("Database", "Once")]
public sealed class PublishedClientTests(PublishedClient client) : IClassFixture<PublishedClient>
{
    private static readonly string[] Served =
    [
        "agents.listAgents", "agents.getAgent", "agents.createAgent", "agents.updateAgent", "agents.deleteAgent", "agents.startAgent", "agents.stopAgent",
        "agents.getAgentsForMessageServer", "agents.addAgentToMessageServer", "agents.removeAgentFromMessageServer", "agents.getMessageServersForAgent",
        "messaging.submitMessage", "messaging.completeMessage", "messaging.ingestExternalMessages", "messaging.createChannel", "messaging.createGroupChannel",
        "messaging.getOrCreateDmChannel", "messaging.getChannelDetails", "messaging.getChannelParticipants", "messaging.addAgentToChannel",
        "messaging.removeAgentFromChannel", "messaging.deleteChannel", "messaging.clearChannelHistory", "messaging.postMessage", "messaging.getChannelMessages",
        "messaging.getMessage", "messaging.deleteMessage", "messaging.updateMessage", "messaging.searchMessages", "messaging.getCurrentMessageServer",
        "messaging.listMessageServers", "messaging.getMessageServerChannels", "messaging.createMessageServer", "messaging.syncMessageServerChannels",
        "messaging.deleteMessageServer", "messaging.updateChannel", "messaging.addUserToChannel", "messaging.addUsersToChannel", "messaging.removeUserFromChannel",
        "runs.listRuns", "runs.getRun",
        "jobs.create", "jobs.getJob", "jobs.list", "jobs.health", "jobs.poll", "jobs.createAndPoll", "jobs.createAndPollWithBackoff", "jobs.ask",
        "sessions.checkHealth", "sessions.createSession", "sessions.getSession", "sessions.sendMessage", "sessions.sendMessageSync", "sessions.getMessages",
        "sessions.listSessions", "sessions.deleteSession",
        "server.checkHealth", "server.ping", "server.hello", "server.getStatus", "server.stopServer", "server.getDebugInfo",
    ];

    /// <summary>What has no meaning here, and why. The client hears our 404.</summary>
    private static readonly Dictionary<string, string> Meaningless = new()
    {
        ["agents.getWorlds"] = "worlds are elizaOS's own grouping of rooms; servers are here what they are there",
        ["agents.addAgentToWorld"] = "no worlds",
        ["agents.updateAgentWorldSettings"] = "no worlds",
        ["agents.getAgentPanels"] = "panels are pages of elizaOS's plug-ins",
        ["agents.getAgentLogs"] = "logs go to the server's standard output, not to its clients",
        ["agents.deleteAgentLog"] = "logs go to the server's standard output",
        ["messaging.generateChannelTitle"] = "titles are made by a language model, which this server does without",
        ["server.submitLogs"] = "logs go to the server's standard output",
        ["server.clearLogs"] = "logs go to the server's standard output",
    };

    public static TheoryData<string> ServedMethods => [.. Served];

    public static TheoryData<string> AbsentMethods => [.. Meaningless.Keys];

    [Theory]
    [MemberData(nameof(ServedMethods))]
    public void Method_OfTheClient_GetsWhatItsTypesPromise(string method)
    {
        var call = CallOf(method);
        call.Outcome.ShouldBe("passed", call.Reason);
    }

    [Theory]
    [MemberData(nameof(AbsentMethods))]
    public void Method_ThatHasNoMeaningHere_HearsThatThereIsNoSuchResource(string method)
    {
        var call = CallOf(method);
        call.Outcome.ShouldBe("absent", call.Reason);
        call.Reason.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Methods_OfTheClient_AreAllAccountedFor()
    {
        SkipWithoutNode();
        client.Methods.ShouldBe([.. Served, .. Meaningless.Keys], ignoreOrder: true);
        client.Calls.Keys.ShouldBe(client.Methods, ignoreOrder: true);
    }

    private ClientCall CallOf(string method)
    {
        SkipWithoutNode();
        return client.Calls[method];
    }

    private void SkipWithoutNode()
    {
        if (client.Obstacle is { } obstacle) Assert.Skip(obstacle);
    }
}
