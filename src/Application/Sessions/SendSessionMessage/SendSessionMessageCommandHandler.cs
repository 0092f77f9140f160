using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;
using MediatR;

namespace Eliza.Application.Sessions.SendSessionMessage;

/// <remarks>
/// Who was taken out of the session's channel speaks in it no more. Message and renewal are one unit of work. Where the session was
/// renewed or ended meanwhile, its version lets neither through, and the handler runs again.
/// </remarks>
internal sealed class SendSessionMessageCommandHandler(
    SessionLookup lookup, IChannelDirectory channels, IMessageBus bus, ICaller caller, SessionClock clock)
    : IRequestHandler<SendSessionMessageCommand, Result<SentMessage>>
{
    public async Task<Result<SentMessage>> Handle(SendSessionMessageCommand command, CancellationToken cancellationToken)
    {
        var found = await lookup.FindOwnAsync(command.SessionId, caller.Current, cancellationToken);
        if (found.Error is { } error) return error;
        var session = found.Value;
        var author = caller.Current!.Actor == session.AgentId ? session.AgentId : session.UserId;
        var kind = author == session.AgentId ? ActorKind.Agent : ActorKind.User;
        if (await channels.FindAsync(session.ChannelId, author, cancellationToken) is not { } channel) return SessionErrors.NotFound(command.SessionId);
        if (!caller.Current.IsTrusted && !(channel.Access.Role >= ParticipantRole.Member)) return CommonErrors.Forbidden;

        var now = clock.Now;
        var renewed = session.Touch(now);
        if (renewed.Error is { } over) return over;
        var draft = DraftOf(command, session, author, kind);
        var receipt = await bus.PostAsync(channel, draft, kind is ActorKind.Agent ? null : FindAgent(session, channel), cancellationToken);
        return new SentMessage(
            new SessionMessageResponse(
                receipt.Id.Value, draft.Content.Value, author.Value, kind is ActorKind.Agent, receipt.CreatedAt, new RawJson(draft.Metadata.Json),
                [.. receipt.Attachments.Select(AttachmentResponse.Of)]),
            new SessionStatus(session.ExpiresAt, session.RenewalCount, renewed.Value, session.IsNearEnd(now)),
            command.Transport is { } transport ? SessionTransports.Parse(transport).Value : SessionTransport.WebSocket,
            session.ChannelId.Value, kind is ActorKind.Agent ? null : session.AgentId.Value);
    }

    /// <summary>The session's agent, if it is there to answer. One that is muted is not, but whoever calls it by name is heard all the same.</summary>
    private static ActorId? FindAgent(Session session, ChannelEntry channel) =>
        channel.Agents.FirstOrDefault(agent => agent.Id == session.AgentId && agent is { IsActive: true, IsMuted: false })?.Id;

    private static MessageDraft DraftOf(SendSessionMessageCommand command, Session session, ActorId author, ActorKind kind) =>
        new(session.ChannelId, author, kind, MessageContent.Create(command.Content).Value)
        {
            Attachments = command.Attachments.ToAttachments(),
            Metadata = (command.Metadata is { } metadata ? Metadata.Create(metadata).Value : Metadata.Empty).With("sessionId", $"{session.Id}"),
        };
}
