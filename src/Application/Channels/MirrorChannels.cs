using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Channels;

internal sealed class MirrorChannels(IChannelRepository channels, TimeProvider time) : IMirrorChannels
{
    public async Task<ChannelId?> FindAsync(Source source, CancellationToken cancellationToken) =>
        (await channels.FindAsync(new ChannelBySource(ServerId.Default, source), cancellationToken))?.Id;

    public ChannelEntry Open(Source source, Company company)
    {
        var now = time.GetUtcNow();
        var name = ChannelName.OfMirror(source, ChannelId.New(now)).Value;
        var channel = Channel.Create(ServerId.Default, ChannelType.Group, name, description: null, Metadata.Empty, isPrivate: true, now, source).Value;
        BringIn(channel, company, now);
        channels.Add(channel);
        return new ChannelEntry(
            channel.Id, channel.ServerId, channel.Type, channel.AccessOf(company.People[0].Id), [company.Agent.Listener]);
    }

    public async Task<ChannelEntry> BringInAsync(ChannelEntry channel, Company company, CancellationToken cancellationToken)
    {
        ActorId[] all = [company.Agent.Id, .. company.People.Select(person => person.Id)];
        if (await channels.FindAsync(new ChannelWithAnyOf(channel.Id, all), cancellationToken) is { } loaded) BringIn(loaded, company, time.GetUtcNow());
        return channel.Agents.Any(agent => agent.Id == company.Agent.Id) ? channel : channel with { Agents = [.. channel.Agents, company.Agent.Listener] };
    }

    private static void BringIn(Channel channel, Company company, DateTimeOffset now)
    {
        foreach (var person in company.People.Where(person => !channel.Has(person.Id)))
            channel.Add(person.Id, ActorKind.User, person.Name, ParticipantRole.Member, now);
        if (!channel.Has(company.Agent.Id)) channel.Add(company.Agent.Id, ActorKind.Agent, company.Agent.Name, ParticipantRole.Member, now);
    }
}
