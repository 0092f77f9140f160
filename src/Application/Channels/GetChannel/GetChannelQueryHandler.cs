using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.GetChannel;

internal sealed class GetChannelQueryHandler(IReadRepository<Channel> channels)
    : IRequestHandler<GetChannelQuery, Result<ChannelResponse>>
{
    public async Task<Result<ChannelResponse>> Handle(GetChannelQuery query, CancellationToken cancellationToken)
    {
        if (!ChannelId.TryParse(query.ChannelId, out var id)) return ChannelErrors.NotFound(query.ChannelId);
        var channel = await channels.FirstOrDefaultAsync<ChannelResponse>(new ChannelById(id), cancellationToken);
        return channel is null ? ChannelErrors.NotFound(query.ChannelId) : channel;
    }
}
