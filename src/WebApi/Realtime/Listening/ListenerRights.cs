using Eliza.Application.Channels;
using Eliza.Application.Feeds;
using Eliza.Application.Sessions;
using Eliza.Domain.Common;
using Eliza.WebApi.Access;

namespace Eliza.WebApi.Realtime.Listening;

/// <summary>
/// Asks again whether somebody may listen, by the same rules as at first. It asks the database: who was taken out, as the history says,
/// is taken out. That is the server's own question: it counts against no limit.
/// </summary>
internal sealed class ListenerRights(IServiceScopeFactory scopes)
{
    public async Task<bool> MayListenAsync(FeedPlace place, Caller caller, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<PresentCaller>().Become(caller);
        var channels = services.GetRequiredService<IChannelDirectory>();
        channels.Forget(place.ChannelId);
        if (place.SessionId is { } session) return await services.GetRequiredService<ISessionReaders>().MayReadAsync(session, cancellationToken);
        return (await channels.FindReadableAsync($"{place.ChannelId}", caller, cancellationToken)).IsSuccess;
    }
}
