using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;

namespace Eliza.Application.Messages.SubmitBatch;

/// <summary>Finds what is wrong with one message of a batch: what could not be read of it, and what breaks a rule.</summary>
internal static class BatchItemRules
{
    private static readonly BatchMessageValidator Message = new();

    /// <param name="item">The message; null when it could not be read, or was not there.</param>
    /// <param name="path">Its place in the command, such as <c>Messages[3]</c>.</param>
    /// <param name="input">What the transport could not read.</param>
    /// <param name="caller">Who sends it.</param>
    public static Error? Broken(BatchItem? item, string path, RequestInput input, Caller? caller)
    {
        var unread = input.Failures.Where(failure => failure.Path == path || failure.Path.StartsWith(path + ".", StringComparison.Ordinal)).ToList();
        var wrong = item is null ? [FieldFailure.Breaks(path, "must be an object")] : FailuresOf(item, path, caller);

        // A field of the wrong type looks missing to its validator; it is reported for its type alone.
        FieldFailure[] all = [.. unread, .. wrong.Where(failure => !unread.Exists(known => known.Path == failure.Path))];
        return all.Length == 0 ? null : CommonErrors.Invalid(CommonErrors.InvalidBody, all);
    }

    private static IEnumerable<FieldFailure> FailuresOf(BatchItem item, string path, Caller? caller)
    {
        var failures = Message.Validate(FieldRules.Context(item.Message, caller)).Errors
            .Select(failure => new FieldFailure($"{path}.{failure.PropertyName}", failure.ErrorMessage));
        return item.MessageId is not null && IdempotencyKey.Create(item.MessageId).Error is { } rule
            ? failures.Append(FieldFailure.Breaks($"{path}.{nameof(item.MessageId)}", rule.Details))
            : failures;
    }
}
