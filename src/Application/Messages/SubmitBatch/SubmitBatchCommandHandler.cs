using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.SubmitBatch;

internal sealed class SubmitBatchCommandHandler(MessageSubmitter submitter, IIdempotencyStore store, RequestInput input, ICaller caller)
    : IRequestHandler<SubmitBatchCommand, Result<BatchOutcome>>
{
    public async Task<Result<BatchOutcome>> Handle(SubmitBatchCommand command, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.MessagesWrite)) return CommonErrors.Forbidden;

        var done = new Dictionary<AnswerId, Done>();
        var results = new List<ItemOutcome>();
        foreach (var item in command.Messages!)
        {
            var error = BatchItemRules.Broken(item, $"{nameof(command.Messages)}[{results.Count}]", input, caller.Current);
            results.Add(error is null ? await SubmitAsync(item!, done, cancellationToken) : new ItemOutcome(item?.MessageId, null, error, Replayed: false));
        }
        return new BatchOutcome(results);
    }

    /// <param name="item">It keeps its rules.</param>
    /// <param name="done">What was posted under a key before it in the batch, and is not in the database yet.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    private async Task<ItemOutcome> SubmitAsync(BatchItem item, Dictionary<AnswerId, Done> done, CancellationToken cancellationToken)
    {
        if (item.MessageId is null) return Outcome(item, await submitter.SubmitAsync(item.Message, caller, cancellationToken));

        var key = IdempotencyKey.Create(item.MessageId).Value;
        var entry = await store.OpenAsync(MessageInput.Operation, item.Message, key, cancellationToken);
        if (Earlier(entry, done) is { } earlier) return Outcome(item, earlier, replayed: earlier.IsSuccess);

        var result = await submitter.SubmitAsync(item.Message, caller, cancellationToken);
        if (result.Error is not null)
        {
            // It may have been posted before, to a channel that is gone by now.
            entry = await store.FindAsync(MessageInput.Operation, item.Message, key, cancellationToken);
            return Earlier(entry, done) is { } told ? Outcome(item, told, replayed: told.IsSuccess) : Outcome(item, result);
        }
        store.Write(entry, JsonSerializer.Serialize(result.Value), new MessageId(result.Value.Id));
        done[entry.Id] = new Done(entry.Fingerprint, result.Value);
        return Outcome(item, result);
    }

    /// <summary>What the request was answered before, in this batch or long ago; null when it is new.</summary>
    private static Result<MessageResponse>? Earlier(IdempotencyEntry entry, Dictionary<AnswerId, Done> done)
    {
        if (done.TryGetValue(entry.Id, out var twin)) return twin.Fingerprint == entry.Fingerprint ? twin.Message : IdempotencyErrors.OtherRequest;
        if (entry.Earlier is not { } earlier) return null;
        return earlier.Error is { } error ? error : JsonSerializer.Deserialize<MessageResponse>(earlier.Value)!;
    }

    private static ItemOutcome Outcome(BatchItem item, Result<MessageResponse> result, bool replayed = false) => result.Error is { } error
        ? new ItemOutcome(item.MessageId, Message: null, error, Replayed: false)
        : new ItemOutcome(item.MessageId, new PostedMessage(result.Value.Id, result.Value.ChannelId, result.Value.CreatedAt), Error: null, replayed);

    private sealed record Done(string Fingerprint, MessageResponse Message);
}
