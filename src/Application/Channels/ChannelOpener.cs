using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

internal sealed class ChannelOpener(IChannelRepository channels, TimeProvider time) : IChannelOpener
{
    public ChannelEntry Open(ChannelOpening opening)
    {
        var now = time.GetUtcNow();
        var channel = Channel.Create(opening.Server, opening.Type, opening.Name, description: null, opening.Metadata, isPrivate: true, now).Value;
        channel.Add(opening.Person, ActorKind.User, opening.PersonName, ParticipantRole.Member, now);
        if (opening.Agent is { } agent) channel.Add(agent.Id, ActorKind.Agent, opening.AgentName, ParticipantRole.Member, now);
        channels.Add(channel);
        return new ChannelEntry(
            channel.Id, channel.ServerId, channel.Type, channel.AccessOf(opening.Person), opening.Agent is { } listener ? [listener] : []);
    }
}
