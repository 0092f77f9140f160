using Eliza.Application.Common;
using Eliza.Application.Servers;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Channels.ListServerChannels;

internal sealed class ListServerChannelsQueryHandler(IServerDirectory servers, IReadRepository<Channel> channels, ICaller caller)
    : IRequestHandler<ListServerChannelsQuery, Result<Page<ChannelResponse>>>
{
    public async Task<Result<Page<ChannelResponse>>> Handle(ListServerChannelsQuery query, CancellationToken cancellationToken)
    {
        if (await servers.FindAsync(query.ServerId, cancellationToken) is not { } server) return ServerErrors.NotFound(query.ServerId);
        if (!caller.May(Scopes.MessagesRead)) return CommonErrors.Forbidden;

        var page = new ChannelsOfServerPage(server.Id, caller.Current!.Actor, query.LimitOrDefault(), query.OffsetOrDefault());
        return await channels.PageAsync<Channel, ChannelResponse>(page, query, cancellationToken);
    }
}
