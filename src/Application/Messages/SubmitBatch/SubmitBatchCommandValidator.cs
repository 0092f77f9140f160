using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Messages.SubmitBatch;

/// <summary>Of the list alone; each message is judged by itself.</summary>
internal sealed class SubmitBatchCommandValidator : AbstractValidator<SubmitBatchCommand>
{
    private const int MaxMessages = 100;

    private static readonly Error Invalid = Error.Rule("Batch.InvalidSize", $"must hold 1 to {MaxMessages} messages");

    public SubmitBatchCommandValidator() => RuleFor(command => command.Messages).Required(SizeOf);

    private static Result<int> SizeOf(IReadOnlyList<BatchItem?> messages) => messages.Count is 0 or > MaxMessages ? Invalid : messages.Count;
}
