using Eliza.Domain.Access;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;

namespace Eliza.UnitTests.TestData;

internal sealed class FakeMessageRepository : IMessageRepository
{
    public List<Message> Added { get; } = [];

    /// <summary>The messages that were there before, by channel.</summary>
    public List<(ChannelId Channel, ThreadPlace Place)> Places { get; } = [];

    public void Add(Message message) => Added.Add(message);

    public Task<Message?> FindAsync(ISpecification<Message> specification, CancellationToken cancellationToken) =>
        Task.FromResult(Added.Find(message => specification.WhereExpressions.All(criteria => criteria.Compile()(message))));

    public Task<Message?> FindToEditAsync(MessageId id, CancellationToken cancellationToken) => Task.FromResult(Added.Find(message => message.Id == id));

    public Task<int> DeleteAsync(ISpecification<Message> specification, ChannelId channel, CancellationToken cancellationToken) =>
        Task.FromResult(Added.RemoveAll(message => specification.WhereExpressions.All(criteria => criteria.Compile()(message))));

    public Task<ThreadPlace?> FindThreadPlaceAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken) =>
        Task.FromResult(Places.Where(known => known.Channel == channel && known.Place.MessageId == id).Select(known => known.Place).FirstOrDefault());
}

internal sealed class FakeAgentRunRepository : IAgentRunRepository
{
    public List<AgentRun> Runs { get; } = [];

    public Task<AgentRun?> FindAsync(AgentRunId id, CancellationToken cancellationToken) => Task.FromResult(Runs.Find(run => run.Id == id));

    public Task<IReadOnlyList<AgentRun>> ListAsync(ISpecification<AgentRun> specification, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AgentRun>>(
            [.. Runs.Where(run => specification.WhereExpressions.All(criteria => criteria.Compile()(run))).Take(specification.Take ?? int.MaxValue)]);

    public Task<IReadOnlyList<AgentRun>> ClaimAsync(ISpecification<AgentRun> specification, CancellationToken cancellationToken) => ListAsync(specification, cancellationToken);

    public Task<IReadOnlyList<AgentRun>> ListDueAsync(
        DateTimeOffset now, IReadOnlyCollection<ActorId> busy, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AgentRun>>([.. Runs.Where(run => run.IsOpen && run.DueAt <= now && !busy.Contains(run.AgentId)).Take(limit)]);

    public Task<AgentRun?> FindNextAsync(Conversation conversation, CancellationToken cancellationToken) =>
        Task.FromResult(Runs.Find(run => run.IsOpen && run.Conversation == conversation));

    public Task<AgentRun?> FindAsync(MessageId message, ActorId agent, CancellationToken cancellationToken) =>
        Task.FromResult(Runs.Find(run => run.MessageId == message && run.AgentId == agent));

    public Task<AgentRun?> FindUnderWayAsync(Conversation conversation, CancellationToken cancellationToken) =>
        Task.FromResult(Runs.Find(run => run.Status is AgentRunStatus.Running && run.Conversation == conversation));

    public Task<IReadOnlyList<AgentRun>> ListInboxAsync(ActorId agent, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AgentRun>>(
            [.. Runs.Where(run => run.AgentId == agent && run.IsOpen && run.IsFetched).DistinctBy(run => run.ChannelId).Where(run => run.IsDue(now)).Take(limit)]);

    public Task IgnoreOpenAsync(Conversation conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Dropped.Add(conversation);
        return Task.CompletedTask;
    }

    /// <summary>Where all that was open was ended.</summary>
    public List<Conversation> Dropped { get; } = [];

    public Task<AgentRun?> FindEndedAsync(Conversation conversation, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(Runs.FindLast(run => run.Conversation == conversation) is { } last && last.EndedAt >= since ? last : null);

    public Task IgnoreOpenAsync(ActorId agent, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException("A statement of the database's.");

    public void Add(AgentRun run) => Runs.Add(run);
}

internal sealed class FakeAgentMemoryRepository : IAgentMemoryRepository
{
    public List<AgentMemory> Memories { get; } = [];

    public Task<AgentMemory?> FindAsync(ActorId agent, ChannelId channel, CancellationToken cancellationToken) =>
        Task.FromResult(Memories.Find(memory => memory.AgentId == agent && memory.ChannelId == channel));

    public void Add(AgentMemory memory) => Memories.Add(memory);
}

internal sealed class FakeChannelRepository : IChannelRepository
{
    public List<Channel> Channels { get; } = [];

    public Task<Channel?> FindAsync(ISpecification<Channel> specification, CancellationToken cancellationToken) =>
        Task.FromResult(Channels.Find(channel => specification.WhereExpressions.All(criteria => criteria.Compile()(channel))));

    public Task<Channel?> FindAloneAsync(ISpecification<Channel> specification, CancellationToken cancellationToken)
    {
        FoundAlone++;
        return FindAsync(specification, cancellationToken);
    }

    /// <summary>How often a channel was found that nobody else might change.</summary>
    public int FoundAlone { get; private set; }

    /// <summary>Here a channel is always loaded with all its participants.</summary>
    public Task LoadOwnersAsync(Channel channel, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> TryLoadParticipantsAsync(Channel channel, int atMost, CancellationToken cancellationToken) =>
        Task.FromResult(channel.Participants.Count <= atMost);

    public Task<IReadOnlyCollection<Source>> ListSourcesAsync(ServerId server, IReadOnlyCollection<Source> among, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Source>>([.. Channels.Where(channel => channel.ServerId == server).Select(channel => channel.Source).OfType<Source>().Intersect(among)]);

    public void Add(Channel channel) => Channels.Add(channel);

    public Task RemoveAsync(Channel channel, CancellationToken cancellationToken)
    {
        Channels.Remove(channel).ShouldBeTrue();
        return Task.CompletedTask;
    }

    public Task<bool> HasPersonAsync(ActorId id, CancellationToken cancellationToken) =>
        Task.FromResult(Channels.Exists(channel => channel.Participants.Any(other => other.ActorId == id && other.Kind is ActorKind.User)));

    public Task RenameAgentAsync(ActorId agent, DisplayName name, CancellationToken cancellationToken) => throw new NotSupportedException("A statement of the database's.");

    public Task RemoveAgentAsync(ActorId agent, CancellationToken cancellationToken) => throw new NotSupportedException("A statement of the database's.");
}

internal sealed class FakeApiKeyRepository : IApiKeyRepository
{
    public List<ApiKey> Keys { get; } = [];

    public Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken cancellationToken) => Task.FromResult(Keys.Find(key => key.Id == id));

    public void Add(ApiKey key) => Keys.Add(key);
}

internal sealed class FakeServerRepository : IServerRepository
{
    public List<Server> Servers { get; } = [];

    public Task<bool> ExistsAsync(ServerId id, CancellationToken cancellationToken) => Task.FromResult(Servers.Exists(server => server.Id == id));

    public Task<Server?> FindAsync(ISpecification<Server> specification, CancellationToken cancellationToken) =>
        Task.FromResult(Servers.Find(server => specification.WhereExpressions.All(criteria => criteria.Compile()(server))));

    public void Add(Server server) => Servers.Add(server);

    public Task RemoveAsync(Server server, CancellationToken cancellationToken)
    {
        Servers.Remove(server).ShouldBeTrue();
        return Task.CompletedTask;
    }
}
