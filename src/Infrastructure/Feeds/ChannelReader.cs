using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Feeds;

/// <summary>Reads the history for feeds, which live longer than any request: each time in a scope of its own.</summary>
internal sealed partial class ChannelReader(IServiceScopeFactory scopes, ILogger<ChannelReader> logger)
{
    public Task<FeedPage?> ReadAsync(ChannelId channel, long after, CancellationToken cancellationToken = default) =>
        InScopeAsync(log => log.ReadAsync(channel, after, cancellationToken));

    public Task<MessageBroadcast?> FindAsync(MessageId message, CancellationToken cancellationToken) => InScopeAsync(log => log.FindAsync(message, cancellationToken));

    public Task<IReadOnlyDictionary<ChannelId, long>> FindHeadsAsync(IReadOnlyCollection<ChannelId> channels, CancellationToken cancellationToken) =>
        InScopeAsync(log => log.FindHeadsAsync(channels, cancellationToken));

    public Task<IReadOnlyDictionary<SessionId, ChannelLog.SessionState>> FindSessionsAsync(IReadOnlyCollection<SessionId> sessions, CancellationToken cancellationToken) =>
        InScopeAsync(log => log.FindSessionsAsync(sessions, cancellationToken));

    public Task<IReadOnlyDictionary<Question, ChannelLog.RunState>> FindRunsAsync(IReadOnlyCollection<MessageId> messages, CancellationToken cancellationToken) =>
        InScopeAsync(log => log.FindRunsAsync(messages, cancellationToken));

    public void Failed(Exception exception, ChannelId channel) => FeedFailed(StorageFaults.Unexplained(exception), channel.Value, exception.GetBaseException().Message);

    private async Task<T> InScopeAsync<T>(Func<ChannelLog, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ChannelLog>());
    }

    [LoggerMessage(38, LogLevel.Error, "What happened in channel {Channel} could not be told ({Reason}); trying again in a moment")]
    private partial void FeedFailed(Exception? exception, Guid channel, string reason);
}
