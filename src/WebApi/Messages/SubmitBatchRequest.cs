using Eliza.Application.Messages.SubmitBatch;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Messages;

/// <summary>Many messages at once.</summary>
public sealed class SubmitBatchRequest : CreatingRequest
{
    /// <summary>1–100 messages, each as for a submission; its <c>messageId</c> is its own idempotency key, the same as there. Required.</summary>
    public IReadOnlyList<SubmitMessageRequest?>? Messages { get; init; }

    internal SubmitBatchCommand ToCommand() => new(Messages is null ? null : [.. Messages.Select(ItemOf)]);

    private static BatchItem? ItemOf(SubmitMessageRequest? request) => request is null ? null : new(request.ToInput(), request.MessageId);
}
