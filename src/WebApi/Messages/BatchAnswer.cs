using Eliza.Application.Messages.SubmitBatch;
using Eliza.WebApi.Errors;

namespace Eliza.WebApi.Messages;

/// <summary>What became of a batch: of each message, in their order, and how many are there and not.</summary>
public sealed record BatchAnswer(IReadOnlyList<BatchItemAnswer> Results, int Succeeded, int Failed)
{
    internal static BatchAnswer Of(BatchOutcome outcome, HttpContext context)
    {
        var failed = outcome.Results.Count(item => item.Error is not null);
        return new BatchAnswer([.. outcome.Results.Select((item, index) => BatchItemAnswer.Of(item, index, context))], outcome.Results.Count - failed, failed);
    }
}

/// <summary>What became of one message of a batch.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Success">Whether it is there.</param>
/// <param name="Status">The HTTP status that a single submission would have had.</param>
/// <param name="MessageId">The client's own key of it, or null.</param>
/// <param name="Message">The message, without what it says; null when it failed.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="Replayed">Whether an earlier request under its key had put it there.</param>
public sealed record BatchItemAnswer(int Index, bool Success, int Status, string? MessageId, PostedMessage? Message, ErrorBody? Error, bool Replayed)
{
    internal static BatchItemAnswer Of(ItemOutcome item, int index, HttpContext context) => item.Error is { } error
        ? new(index, Success: false, ErrorStatus.Of(error.Kind).Status, item.MessageId, Message: null, ErrorEnvelope.BodyOf(context, error), Replayed: false)
        : new(index, Success: true, StatusCodes.Status201Created, item.MessageId, item.Message, Error: null, item.Replayed);
}
