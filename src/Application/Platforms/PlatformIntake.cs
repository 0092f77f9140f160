using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Platforms;

namespace Eliza.Application.Platforms;

/// <summary>
/// Takes in messages of which all is named as the platform names it: the channel and its people are found by that, or made when
/// they are seen for the first time. Of two who see the same for the first time, the unique indexes let one through; the other
/// runs again and finds it.
/// </summary>
internal sealed class PlatformIntake(
    IPlatformSettings settings, IAgentDirectory agents, IPlatformUserRepository users,
    IChannelDirectory channels, IMirrorChannels mirrors, MessageIntake intake, TimeProvider time)
{
    /// <param name="caller">Who sends them: a trusted service, or nobody may.</param>
    /// <param name="room">The platform's channel.</param>
    /// <param name="messages">In their order; one at least.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    public async Task<Result<TakenIn>> TakeInAsync(
        Caller? caller, Source room, IReadOnlyList<PlatformItem> messages, CancellationToken cancellationToken)
    {
        var agentId = settings.AgentOf(room.Type);
        if (await agents.FindAsync(agentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(agentId.Value);
        if (caller is not { IsTrusted: true } || !caller.May(Scopes.MessagesWrite)) return CommonErrors.Forbidden;

        var people = await MeetAsync(room.Type, messages, cancellationToken);
        var channel = await EnterAsync(room, new Company(agent, [.. people.Values]), cancellationToken);
        var taken = new Dictionary<Source, MessageId>();
        foreach (var (message, source) in messages.Select(message => (message, SourceOf(room.Type, message.Id))).DistinctBy(one => one.Item2))
        {
            var draft = message.Content.ToDraft(channel.Id, AuthorOf(message).Id);
            taken[source] = await intake.TakeInAsync(channel, source, draft, agent.Id, cancellationToken);
        }
        return new TakenIn(channel.Id, taken[SourceOf(room.Type, messages[^1].Id)], AuthorOf(messages[^1]).Id, agent.Id);

        Newcomer AuthorOf(PlatformItem message) => people[SourceOf(room.Type, message.UserId)];
    }

    private async Task<Dictionary<Source, Newcomer>> MeetAsync(string platform, IReadOnlyList<PlatformItem> messages, CancellationToken cancellationToken)
    {
        var people = new Dictionary<Source, Newcomer>();
        foreach (var (message, source) in messages.Select(message => (message, SourceOf(platform, message.UserId))).DistinctBy(one => one.Item2))
        {
            var user = await users.FindAsync(source, cancellationToken);
            if (user is null) users.Add(user = PlatformUser.Meet(source, time.GetUtcNow()));
            people.Add(source, new Newcomer(user.ActorId, ActorKind.User, message.Content.AuthorName));
        }
        return people;
    }

    private async Task<ChannelEntry> EnterAsync(Source room, Company company, CancellationToken cancellationToken)
    {
        var known = await mirrors.FindAsync(room, cancellationToken) is { } id
            ? await channels.FindAsync(id, company.People[0].Id, cancellationToken)
            : null;
        return known is null ? mirrors.Open(room, company) : await mirrors.BringInAsync(known, company, cancellationToken);
    }

    private static Source SourceOf(string platform, string id) => Source.Create(platform, id).Value;
}

/// <summary>A platform's message by the platform's own ids.</summary>
internal sealed record PlatformItem(string Id, string UserId, ExternalContent Content);

/// <summary>Where messages went; of several, the last one's message and author.</summary>
internal sealed record TakenIn(ChannelId ChannelId, MessageId MessageId, ActorId UserId, ActorId AgentId);
