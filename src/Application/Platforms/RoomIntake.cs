using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Platforms;

/// <summary>
/// Takes in a platform's message whose connector names agent and author by ids of ours. The room is one of our channels by its
/// id, or the platform's, which a channel of ours mirrors.
/// </summary>
internal sealed class RoomIntake(
    IAuthorship authorship, IAgentDirectory agents, IChannelDirectory channels, IMirrorChannels mirrors, MessageIntake intake)
{
    public async Task<Result<TakenIn>> TakeInAsync(Caller? caller, RoomMessage message, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(message.Agent, cancellationToken) is not { } agent) return AgentErrors.NotFound(message.Agent.Value);
        var own = await channels.FindAsync(new ChannelId(message.Room), message.User, cancellationToken);
        var mirror = Source.Create(message.Content.Platform, $"{message.Room}").Value;
        var known = own ?? (await mirrors.FindAsync(mirror, cancellationToken) is { } id ? await channels.FindAsync(id, message.User, cancellationToken) : null);

        var kind = await authorship.FindAsync(message.User, cancellationToken);
        if (kind is null || !MaySend(caller, agent) || !MayEnter(caller, known, isMirror: own is null, agent)) return CommonErrors.Forbidden;
        if (kind is ActorKind.Agent) return CommonErrors.Invalid("UserId", AccessErrors.NotAPerson);

        // Into a channel of our own people come by its own rules; the agent comes to answer.
        var company = new Company(agent, own is null ? [new Newcomer(message.User, ActorKind.User, message.Content.AuthorName)] : []);
        var channel = known is null ? mirrors.Open(mirror, company) : await mirrors.BringInAsync(known, company, cancellationToken);
        var draft = message.Content.ToDraft(channel.Id, message.User);
        var source = Source.Create(message.Content.Platform, message.Id).Value;
        return new TakenIn(channel.Id, await intake.TakeInAsync(channel, source, draft, agent.Id, cancellationToken), message.User, agent.Id);
    }

    /// <summary>People talk to agents here, and not by way of a platform; an agent's connector sends for that agent alone.</summary>
    private static bool MaySend(Caller? caller, AgentEntry agent) =>
        caller is not null && caller.May(Scopes.MessagesWrite)
        && (caller.IsTrusted || (caller.Kind is CallerKind.Agent && caller.Actor == agent.Id));

    /// <summary>An agent gets no foot into a room by naming it: it is in already, or its person may write there.</summary>
    private static bool MayEnter(Caller? caller, ChannelEntry? room, bool isMirror, AgentEntry agent)
    {
        if (room is null) return true;
        var mayWrite = room.Access.AllowsWriting(caller);
        if (caller is { IsTrusted: true }) return mayWrite;
        var isIn = room.Agents.Any(listener => listener.Id == agent.Id);
        return isMirror ? isIn || mayWrite : mayWrite && (isIn || !room.Access.IsPrivate);
    }
}

/// <summary>A platform's message by our ids.</summary>
/// <param name="Room">One of our channels, or what the connector calls the platform's.</param>
/// <param name="Id">The platform's own id of the message.</param>
internal sealed record RoomMessage(ActorId Agent, Guid Room, ActorId User, string Id, ExternalContent Content);
