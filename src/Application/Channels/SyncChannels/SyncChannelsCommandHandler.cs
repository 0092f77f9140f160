using Eliza.Application.Common;
using Eliza.Application.Servers;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Channels.SyncChannels;

internal sealed class SyncChannelsCommandHandler(IChannelRepository channels, IServerDirectory servers, ICaller caller, TimeProvider time)
    : IRequestHandler<SyncChannelsCommand, Result<SyncedChannels>>
{
    /// <summary>What channels come from whose server does not say where it comes from.</summary>
    private const string UnnamedPlatform = "sync";

    public async Task<Result<SyncedChannels>> Handle(SyncChannelsCommand command, CancellationToken cancellationToken)
    {
        if (await servers.FindAsync(command.ServerId, cancellationToken) is not { } server) return ServerErrors.NotFound(command.ServerId);
        if (!caller.MayManageServers()) return CommonErrors.Forbidden;

        var named = command.Channels!.OfType<PlatformChannel>()
            .Select(channel => (Channel: channel, Source: Source.Create(server.SourceType ?? UnnamedPlatform, channel.SourceId!).Value))
            .DistinctBy(one => one.Source).ToList();
        var known = await channels.ListSourcesAsync(server.Id, [.. named.Select(one => one.Source)], cancellationToken);
        var fresh = named.Where(one => !known.Contains(one.Source)).ToList();
        foreach (var (channel, source) in fresh)
        {
            var type = ChannelTypes.Parse(channel.Type).Value;
            channels.Add(Channel.Create(server.Id, type, channel.Name, description: null, Metadata.Empty, isPrivate: false, time.GetUtcNow(), source).Value);
        }
        return new SyncedChannels(fresh.Count);
    }
}
