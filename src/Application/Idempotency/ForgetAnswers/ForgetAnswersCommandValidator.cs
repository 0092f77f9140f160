using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Idempotency.ForgetAnswers;

internal sealed class ForgetAnswersCommandValidator : AbstractValidator<ForgetAnswersCommand>
{
    public ForgetAnswersCommandValidator() => RuleFor(command => command.Limit).Breaks(limit => limit < 1, "must be 1 or more");
}
