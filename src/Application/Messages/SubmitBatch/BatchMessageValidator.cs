using FluentValidation;

namespace Eliza.Application.Messages.SubmitBatch;

/// <summary>One message of a batch.</summary>
internal sealed class BatchMessageValidator : AbstractValidator<MessageInput>
{
    public BatchMessageValidator() => this.SubmittedMessageRules();
}
