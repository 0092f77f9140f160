using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Eliza.Domain.Sessions;
using MediatR;

namespace Eliza.Application.Sessions.CreateSession;

internal sealed class CreateSessionCommandHandler(
    ICaller caller, IAuthorship authorship, IAgentDirectory agents, IChannelOpener opener, ISessionRepository sessions, SessionPolicy policy, SessionClock clock)
    : IRequestHandler<CreateSessionCommand, Result<SessionResponse>>
{
    public async Task<Result<SessionResponse>> Handle(CreateSessionCommand command, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(command.AgentId!, cancellationToken) is not { } agent) return AgentErrors.NotFound(command.AgentId!);
        var user = caller.ActorOf(command.UserId);
        var kind = await authorship.FindAsync(user, cancellationToken);
        if (kind is null || !caller.May(Scopes.SessionsWrite)) return CommonErrors.Forbidden;
        if (kind is ActorKind.Agent) return CommonErrors.Invalid(nameof(command.UserId), AccessErrors.NotAPerson);
        if (!agent.Listener.IsActive) return SessionErrors.AgentInactive(agent.Id);

        var timeouts = policy.Of(await agents.FindSessionTimeoutsAsync(agent.Id, cancellationToken)).With(command.TimeoutConfig, $"{nameof(command.TimeoutConfig)}.");
        if (timeouts.Error is { } error) return error;

        var now = clock.Now;
        var id = SessionId.New(now);
        var metadata = command.Metadata is { } given ? Metadata.Create(given).Value : Metadata.Empty;
        var channel = opener.Open(
            new ChannelOpening(ServerId.Default, ChannelType.Dm, Name: null, user, NameOf(command, agent), agent.Listener, agent.Name)
            {
                Metadata = Metadata.Empty.With("sessionId", $"{id}"),
            });
        var session = Session.Open(id, channel.Id, agent.Id, user, caller.Current!.Id, metadata, timeouts.Value, now);
        sessions.Add(session);
        return SessionResponse.Of(session, now);
    }

    /// <summary>What people call the person; never as the agent is called, or nobody could tell the two apart.</summary>
    private DisplayName? NameOf(CreateSessionCommand command, AgentEntry agent)
    {
        var name = caller.Current?.DisplayName ?? MetadataName.In(command.Metadata);
        return name?.Key == agent.Name.Key ? null : name;
    }
}
