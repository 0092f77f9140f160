using AutoMapper;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.AddParticipant;

internal sealed class AddParticipantCommandHandler(
    IChannelRepository channels, IChannelDirectory directory, IAgentDirectory agents, ICaller caller, TimeProvider time, IMapper mapper)
    : IRequestHandler<AddParticipantCommand, Result<ParticipantResponse>>
{
    public async Task<Result<ParticipantResponse>> Handle(AddParticipantCommand command, CancellationToken cancellationToken)
    {
        var actor = ActorId.From(command.UserId!);
        if (await channels.FindWithParticipantsAsync(command.ChannelId, actor, caller.Current, cancellationToken) is not { } channel)
            return ChannelErrors.NotFound(command.ChannelId);
        var role = ParticipantRoles.Parse(command.Role).Value;
        if (!channel.MayBeJoinedBy(actor, role, caller.Current)) return CommonErrors.Forbidden;

        var agent = await agents.FindAsync(actor, cancellationToken);
        var name = agent?.Name ?? NameOf(actor, command.Name);
        if (agent is null && name is not null && await directory.HasAgentCalledAsync(channel.Id, name, cancellationToken))
        {
            // What a token calls a person is not the person's choice, so it keeps nobody out.
            if (command.Name is not null) return ChannelErrors.NameOfAgent(name);
            name = null;
        }
        var added = channel.Add(actor, agent is null ? ActorKind.User : ActorKind.Agent, name, role, time.GetUtcNow());
        return added.Error is { } error ? error : mapper.Map<ParticipantResponse>(added.Value);
    }

    /// <summary>As the request calls the person; without that, as its own token does.</summary>
    private DisplayName? NameOf(ActorId person, string? named) => named is not null ? DisplayName.From(named)
        : caller.Current?.Actor == person ? caller.Current.DisplayName
        : null;
}
