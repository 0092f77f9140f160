using FluentValidation;

namespace Eliza.Application.Messages.SubmitMessage;

internal sealed class SubmitMessageCommandValidator : AbstractValidator<SubmitMessageCommand>
{
    public SubmitMessageCommandValidator() => this.SubmittedMessageRules();
}
