using AutoMapper;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.UpdateChannel;

internal sealed class UpdateChannelCommandHandler(
    IChannelRepository channels, IChannelMembers members, IAgentDirectory agents, IAgentWork work, ICaller caller, TimeProvider time, IMapper mapper)
    : IRequestHandler<UpdateChannelCommand, Result<ChannelResponse>>
{
    public async Task<Result<ChannelResponse>> Handle(UpdateChannelCommand command, CancellationToken cancellationToken)
    {
        var replaces = command.ParticipantCentralUserIds is not null;
        if (await channels.FindForAsync(command.ChannelId, caller.Current, replaces, cancellationToken) is not { } channel)
            return ChannelErrors.NotFound(command.ChannelId);
        if (!channel.AccessOf(caller.Current?.Actor).AllowsManaging(caller.Current)) return CommonErrors.Forbidden;

        var updated = channel.Update(
            command.Name,
            (command.Description ?? command.Topic) is { } text ? Description.Create(text).Value : null,
            command.Metadata is { } fields ? Metadata.Create(fields).Value : null,
            time.GetUtcNow());
        if (updated.Error is { } error) return CommonErrors.Invalid(nameof(command.Name), error);

        if (replaces && !await channels.TryLoadParticipantsAsync(channel, Channel.MaxReplaceable, cancellationToken)) return ChannelErrors.TooManyParticipants;
        var ids = replaces
            ? await ReplaceAsync(channel, command.ParticipantCentralUserIds.ToActors(), cancellationToken)
            : await members.ListIdsAsync(channel.Id, Channel.MaxReplaceable, cancellationToken);
        return mapper.Map<ChannelResponse>(channel).Telling(ids);
    }

    private async Task<IReadOnlyList<string>> ReplaceAsync(Channel channel, IReadOnlyList<ActorId> wanted, CancellationToken cancellationToken)
    {
        var before = channel.Participants.Where(participant => participant.Kind is ActorKind.Agent).Select(participant => participant.ActorId).ToList();
        channel.ReplaceParticipants(await agents.ListNewcomersAsync(wanted, caller.Current, cancellationToken), time.GetUtcNow());
        foreach (var agent in before.Where(agent => !channel.Has(agent))) await work.DropAsync(agent, channel.Id, cancellationToken);
        return [.. channel.Participants
            .OrderBy(participant => participant.JoinedAt).ThenBy(participant => participant.ActorKey, StringComparer.Ordinal)
            .Select(participant => participant.ActorId.Value)];
    }
}
