using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Servers;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Eliza.Domain.Sessions;

namespace Eliza.UnitTests.TestData;

/// <summary>Knows Eliza and a second agent.</summary>
internal sealed class FakeAgentDirectory : IAgentDirectory
{
    public List<AgentEntry> Agents { get; } = [Entry(Ids.Eliza, "Eliza"), Entry(Ids.OtherAgent, "Parry")];

    public static AgentEntry Entry(ActorId id, string name) => new(id, DisplayName.From(name), Listeners.Of(id));

    public Task<AgentEntry?> FindAsync(ActorId id, CancellationToken cancellationToken) => Task.FromResult(Agents.Find(agent => agent.Id == id));

    public Task<IReadOnlyDictionary<string, AgentResponse>> ListAsync(IReadOnlyCollection<ActorId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, AgentResponse>>(Agents.Where(agent => ids.Contains(agent.Id))
            .ToDictionary(agent => agent.Id.Value, agent => new AgentResponse(agent.Id.Value, agent.Name.Value, "active", "eliza", 0)));

    public Task<SessionTimeoutChoice> FindSessionTimeoutsAsync(ActorId id, CancellationToken cancellationToken) => Task.FromResult(SessionTimeoutChoice.None);

    /// <summary>Who lets whom speak in its name.</summary>
    public List<(ActorId Agent, ActorId User)> Grants { get; } = [];

    public Task<bool> HasGrantAsync(ActorId agent, ActorId user, CancellationToken cancellationToken) => Task.FromResult(Grants.Contains((agent, user)));

    public Task<int> CountActiveAsync(CancellationToken cancellationToken) => Task.FromResult(Agents.Count);

    public Task<AgentEntry?> FindOldestActiveAsync(CancellationToken cancellationToken) => Task.FromResult(Agents.Find(agent => agent.Listener.IsActive));
}

/// <summary>Knows one channel, in which Eliza takes part.</summary>
internal sealed class FakeChannelDirectory : IChannelDirectory
{
    public ChannelEntry? Channel { get; set; } = new(Ids.Channel, Ids.Server, ChannelType.Text, new ChannelAccess(IsPrivate: false, Role: null), [Listeners.Of(Ids.Eliza)]);

    public List<ParticipantHandle> Participants { get; } = [];

    /// <summary>What was looked for; null when nobody asked.</summary>
    public IReadOnlyCollection<string>? AskedHandles { get; private set; }

    /// <summary>How often all that it takes to post was looked up, the agents included.</summary>
    public int EntriesRead { get; private set; }

    /// <summary>Whose role was asked for last.</summary>
    public ActorId? AskedRole { get; private set; }

    public Task<ChannelView?> FindViewAsync(ChannelId id, ActorId? reader, CancellationToken cancellationToken)
    {
        AskedRole = reader;
        return Task.FromResult(Channel?.Id == id ? new ChannelView(id, Channel.ServerId, Channel.Access) : null);
    }

    public Task<ChannelEntry?> FindAsync(ChannelId id, ActorId author, CancellationToken cancellationToken)
    {
        AskedRole = author;
        EntriesRead++;
        return Task.FromResult(Channel?.Id == id ? Channel : null);
    }

    public void Forget(ChannelId id)
    {
    }

    public Task<ChannelId?> FindRoomAsync(string roomId, CancellationToken cancellationToken) =>
        Task.FromResult(Channel?.Id.ToString() == roomId ? Channel.Id : (ChannelId?)null);

    public Task<IReadOnlyList<ParticipantHandle>> FindHandlesAsync(
        ChannelId id, IReadOnlyCollection<string> handles, CancellationToken cancellationToken)
    {
        AskedHandles = handles;
        return Task.FromResult<IReadOnlyList<ParticipantHandle>>(
            [.. Participants.Where(known => handles.Contains(known.ActorKey) || (known.NameKey is not null && handles.Contains(known.NameKey)))]);
    }
}

internal sealed class FakeServerDirectory : IServerDirectory
{
    public List<ServerId> Ensured { get; } = [];

    public Task EnsureAsync(ServerId id, CancellationToken cancellationToken)
    {
        Ensured.Add(id);
        return Task.CompletedTask;
    }

    /// <summary>The platform that the one known server stands for a part of, or null.</summary>
    public string? SourceType { get; init; }

    public Task<ServerEntry?> FindAsync(ServerId id, CancellationToken cancellationToken) =>
        Task.FromResult(id == Ids.Server ? new ServerEntry(id, SourceType) : null);
}
