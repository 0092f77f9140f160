using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>Sends a message, by the same commands as over HTTP: to a channel, or in a session. The sender need not have joined.</summary>
internal sealed class SendMessage(CallerIntake intake) : IClientAction
{
    private const string Received = "received_by_server_and_processing";

    public IReadOnlyCollection<string> Names { get; } = ["2", "message", "send_message"];

    public Type PayloadType => typeof(MessagePayload);

    public bool IsCounted => true;

    public async Task<Result<object>> HandleAsync(ClientCall call, CancellationToken cancellationToken)
    {
        var payload = (MessagePayload)call.Payload;
        payload.Spell(call.Services.GetRequiredService<FieldSpellings>());
        TakeKey(call, payload.MessageId);
        if (payload.Room is { } room && await call.IsSessionAsync(room, cancellationToken))
        {
            if (!GatewayHandler.MayBe(call.Caller, payload.SenderId)) return intake.CountedAlone(call.Caller) ?? CommonErrors.Forbidden;
            var sent = await call.SendAsync(payload.ToSessionCommand(room), cancellationToken);
            return sent.Error is { } refused ? refused : Acknowledge(call, payload, sent.Value.Message.Id, sent.Value.ChannelId);
        }
        var posted = await call.SendAsync(payload.ToCommand(), cancellationToken);
        return posted.Error is { } error ? error : Acknowledge(call, payload, posted.Value.Id, posted.Value.ChannelId);
    }

    /// <summary>The client's own id of the message is the key under which it is done once.</summary>
    private static void TakeKey(ClientCall call, string? messageId)
    {
        if (messageId is null) return;
        var key = IdempotencyKey.Create(messageId);
        if (key.Error is { } error) call.Services.GetRequiredService<RequestInput>().Add(FieldFailure.Breaks(nameof(MessagePayload.MessageId), error.Details));
        else call.Services.GetRequiredService<RequestKey>().Value = key.Value;
    }

    private static Result<object> Acknowledge(ClientCall call, MessagePayload payload, Guid messageId, Guid channelId)
    {
        var ack = new { clientMessageId = payload.MessageId, messageId, status = Received, channelId, roomId = channelId };
        call.Emit(GatewayEvents.MessageAck, ack);
        return Result<object>.Success(ack);
    }
}
