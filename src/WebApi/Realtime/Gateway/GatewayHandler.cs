using System.Text.Json;
using Eliza.Application.Access;
using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Domain.Common;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Realtime.Gateway.Actions;
using Eliza.WebApi.Realtime.Listening;
using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>The gateway's one namespace: lets clients in who say who they are, and carries out what they ask for.</summary>
internal sealed partial class GatewayHandler(
    CallerIntake intake, ActionDispatcher dispatcher, ListenerQuota quota, LiveCredentials credentials, IChannelFeeds feeds, ILogger<GatewayHandler> logger) : ISocketHandler
{
    private const string Welcome = "Connected to Eliza";

    public async ValueTask<ConnectAnswer> OnConnectAsync(Socket socket, JsonElement auth, CancellationToken cancellationToken)
    {
        try
        {
            var read = await intake.ReadAsync(auth, socket.Handshake, cancellationToken);
            if (read.Error is { } error) return Refuse(error);
            var (caller, credential) = read.Value;
            if (!MayBe(caller, HandshakeCredential.TextIn(auth, "entityId"))) return Refuse(CommonErrors.Forbidden);
            if (quota.TryTake(caller, ListenerKind.Socket) is not { } place) return Refuse(GatewayErrors.TooManyConnections);
            socket.State = new GatewayClient(socket, credential, caller, place);
            return ConnectAnswer.Accept;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            ConnectFailed(exception);
            return Refuse(ExceptionEnvelope.ErrorOf(exception));
        }
    }

    public ValueTask OnConnectedAsync(Socket socket, CancellationToken cancellationToken)
    {
        var client = (GatewayClient)socket.State!;
        var caller = client.Caller;
        Connected(socket.Id, LogText.Of(caller));
        client.Keep(credentials.Keep(client.Credential, () => SendAway(socket)));
        if (caller.Actor is { } actor && caller.May(Scopes.MessagesRead)) client.Keep(feeds.HearMentions(actor, told => socket.Emit(told.Name, told.Payload)));
        socket.Emit(GatewayEvents.ConnectionEstablished, new { message = Welcome, socketId = socket.Id });
        socket.Emit(GatewayEvents.Authenticated, new { entityId = caller.Actor?.Value, kind = $"{caller.Kind}".ToLowerInvariant(), name = caller.Name, socketId = socket.Id });
        return ValueTask.CompletedTask;
    }

    public async ValueTask OnEventAsync(Socket socket, SocketEvent received, CancellationToken cancellationToken) =>
        await dispatcher.HandleAsync((GatewayClient)socket.State!, received, cancellationToken);

    public ValueTask OnDisconnectedAsync(Socket socket, DisconnectReason reason)
    {
        if (socket.State is not GatewayClient client) return ValueTask.CompletedTask;
        Disconnected(socket.Id, LogText.Of(client.Caller), reason);
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether a caller may say that it is that actor: a back end may be anybody, all others themselves alone.</summary>
    internal static bool MayBe(Caller caller, string? entityId) =>
        entityId is null || caller.IsTrusted || (ActorId.Create(entityId) is { IsSuccess: true, Value: var entity } && entity == caller.Actor);

    private static void SendAway(Socket socket)
    {
        socket.Emit(GatewayEvents.MessageError, Failure.Of(AccessErrors.InvalidCredential, room: null));
        socket.Disconnect(closeConnection: true);
    }

    private static ConnectAnswer Refuse(Error error) => ConnectAnswer.Refuse(error.Message, new ErrorBody(ErrorStatus.Of(error.Kind).Code, error.Message, error.Details));

    [LoggerMessage(41, LogLevel.Information, "Socket {Socket} connected by {Caller}")]
    private partial void Connected(string socket, string caller);

    [LoggerMessage(42, LogLevel.Information, "Socket {Socket} of {Caller} is gone: {Reason}")]
    private partial void Disconnected(string socket, string caller, DisconnectReason reason);

    [LoggerMessage(43, LogLevel.Error, "A client could not be let in")]
    private partial void ConnectFailed(Exception exception);
}
