using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>A unit of work of its own, as a command has one, and what it leaves behind.</summary>
internal sealed class StampedUnit(ApiFactory factory) : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope = factory.Services.CreateAsyncScope();

    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public ElizaDbContext Db => Get<ElizaDbContext>();

    /// <summary>Adds messages that were said at that time, and gives their ids in that order.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="at">When.</param>
    /// <param name="count">How many.</param>
    /// <param name="author">Whose they are; null for nobody's, which the database does not take.</param>
    /// <param name="id">The id of a single message; null for any.</param>
    public IReadOnlyList<MessageId> Add(ChannelId channel, DateTimeOffset at, int count = 1, string? author = "ada", MessageId? id = null)
    {
        var actor = author is null ? null! : ActorId.From(author);
        var messages = Enumerable.Range(0, count)
            .Select(i => Message.Post(new MessageDraft(channel, actor, ActorKind.User, MessageContent.FromTrusted($"{i}")) { Id = id }, at)).ToList();
        foreach (var message in messages) Get<IMessageRepository>().Add(message);
        return [.. messages.Select(message => message.Id)];
    }

    public Task<CommitOutcome> CommitAsync() => CommitForAsync(TestContext.Current.CancellationToken);

    /// <param name="caller">Cancelled when nobody waits any more.</param>
    public async Task<CommitOutcome> CommitForAsync(CancellationToken caller) => (await Get<IUnitOfWork>().CommitAsync(caller)).Outcome;

    public ValueTask DisposeAsync() => _scope.DisposeAsync();

    /// <summary>The messages of a channel in the order of their commits.</summary>
    public static Task<List<Message>> StoredAsync(ApiFactory factory, ChannelId channel) => factory.QueryAsync(db =>
        db.Messages.AsNoTracking().Where(message => message.ChannelId == channel).OrderBy(message => message.Sequence).ToListAsync());
}
