using AutoMapper;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Servers;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Channels.CreateChannel;

internal sealed class CreateChannelCommandHandler(
    IChannelRepository channels, IServerDirectory servers, IAgentDirectory agents, ICaller caller, TimeProvider time, IMapper mapper)
    : IRequestHandler<CreateChannelCommand, Result<ChannelResponse>>
{
    public async Task<Result<ChannelResponse>> Handle(CreateChannelCommand command, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.ChannelsWrite)) return CommonErrors.Forbidden;

        var server = ServerId.TryParse(command.ServerId, out var named) ? named : ServerId.Default;
        var created = Channel.Create(
            server,
            ChannelTypes.Parse(command.Type).Value,
            command.Name,
            command.Description is null ? null : Description.Create(command.Description).Value,
            command.Metadata is { } metadata ? Metadata.Create(metadata).Value : Metadata.Empty,
            command.IsPrivate ?? false,
            time.GetUtcNow());
        if (created.Error is { } error) return error;

        if (caller.Current is { Actor: { } owner } known)
        {
            var agent = await agents.FindAsync(owner, cancellationToken);
            created.Value.Add(owner, agent is null ? ActorKind.User : ActorKind.Agent, agent?.Name ?? known.DisplayName, ParticipantRole.Owner, time.GetUtcNow());
        }
        await servers.EnsureAsync(server, cancellationToken);
        channels.Add(created.Value);
        return mapper.Map<ChannelResponse>(created.Value);
    }
}
