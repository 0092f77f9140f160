using System.Collections.Frozen;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Access;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>
/// Carries out what clients ask for: counts it, asks anew what the credential allows, and tells what came of it: by an acknowledgement
/// when the client wants one, and failures by a <c>messageError</c> in any case.
/// </summary>
internal sealed partial class ActionDispatcher(
    IEnumerable<IClientAction> actions, CallerIntake intake, IServiceScopeFactory scopes, ILogger<ActionDispatcher> logger)
{
    /// <summary>A refused event costs us little, but not nothing: who goes on for so long does not heed what it is told.</summary>
    private const int MostRefusedInARow = 100;

    private readonly FrozenDictionary<string, IClientAction> _actions =
        actions.SelectMany(action => action.Names, (action, name) => (name, action)).ToFrozenDictionary(named => named.name, named => named.action, StringComparer.Ordinal);

    public async Task HandleAsync(GatewayClient client, SocketEvent received, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var asked = new Asked(null, null);
        Result<object> done;
        try
        {
            (done, asked) = await HandleAsync(client, ClientEvent.Of(received), scope.ServiceProvider, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var error = ExceptionEnvelope.ErrorOf(exception);
            if (error.Kind is ErrorKind.Unavailable) ActionRefused(client.Socket.Id, exception.GetBaseException().Message);
            else ActionFailed(exception, client.Socket.Id);
            done = error;
        }
        catch (Exception)
        {
            // The client is gone: what it broke off is nobody's failure, and nobody is there to be told.
            return;
        }
        Tell(client, received, done, asked, scope.ServiceProvider.GetRequiredService<FieldSpellings>());
        client.RefusedInARow = done.Error?.Kind is ErrorKind.RateLimited ? client.RefusedInARow + 1 : 0;
        if (client.RefusedInARow >= MostRefusedInARow) client.Socket.Disconnect(closeConnection: true);
    }

    private async Task<(Result<object> Done, Asked Asked)> HandleAsync(GatewayClient client, ClientEvent said, IServiceProvider services, CancellationToken cancellationToken)
    {
        var nothing = new Asked(null, null);
        var address = client.Socket.Handshake.RemoteAddress;
        if (intake.CountedFor(client.Caller, address) is { } refused) return (refused, nothing);
        var read = await intake.ReadAsync(client.Credential, cancellationToken);
        if (read.Error is { } invalid) return (invalid, nothing);
        client.Caller = read.Value;

        var action = _actions.GetValueOrDefault(said.Name);
        if (action is not { IsCounted: true } && intake.CountedAlone(client.Caller) is { } exceeded) return (exceeded, nothing);
        if (action is null) return (GatewayErrors.UnknownEvent, nothing);

        services.GetRequiredService<PresentCaller>().Become(client.Caller);
        var input = services.GetRequiredService<RequestInput>();
        var payload = said.Read(action.PayloadType, input, services.GetRequiredService<FieldSpellings>());
        var asked = new Asked((payload as RoomPayload)?.Room, (payload as MessagePayload)?.MessageId);
        if (!action.IsCounted && Wrong(input) is { } wrong) return (wrong, asked);
        if (payload is RoomPayload about && Refusal(about, client.Caller) is { } refusal)
        {
            var exhausted = action.IsCounted ? intake.CountedAlone(client.Caller) : null;
            return (exhausted ?? refusal, asked);
        }
        return (await action.HandleAsync(new ClientCall(client, payload, services), cancellationToken), asked);
    }

    private void Tell(GatewayClient client, SocketEvent received, Result<object> done, Asked asked, FieldSpellings spellings)
    {
        if (done.Error is not { } error)
        {
            received.Acknowledge(new { success = true, data = done.Value });
            return;
        }
        int? retryAfter = error.Kind is ErrorKind.RateLimited ? intake.RetryAfter(client.Caller, client.Socket.Handshake.RemoteAddress) : null;
        var failure = Failure.Of(error, asked.Room, asked.MessageId, spellings, retryAfter);
        client.Socket.Emit(GatewayEvents.MessageError, failure);
        received.Acknowledge(failure.ToAck());
    }

    private static Error? Refusal(RoomPayload about, Caller caller) =>
        about.Room?.Length > RoomPayload.LongestRoom ? GatewayErrors.RoomTooLong
        : GatewayHandler.MayBe(caller, about.EntityId) ? null
        : CommonErrors.Forbidden;

    /// <summary>What is wrong with a payload that no handler of the application will see.</summary>
    private static Error? Wrong(RequestInput input) =>
        input.Unreadable ?? (input.Failures.Count == 0 ? null : CommonErrors.Invalid(CommonErrors.InvalidBody, input.Failures));

    [LoggerMessage(44, LogLevel.Error, "What socket {Socket} asked for failed unexpectedly")]
    private partial void ActionFailed(Exception exception, string socket);

    [LoggerMessage(65, LogLevel.Warning, "What socket {Socket} asked for is refused, the database cannot be used: {Reason}")]
    private partial void ActionRefused(string socket, string reason);

    /// <summary>What an answer names of what was asked.</summary>
    private sealed record Asked(string? Room, string? MessageId);
}
