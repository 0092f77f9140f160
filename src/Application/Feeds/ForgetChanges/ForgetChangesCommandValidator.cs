using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Feeds.ForgetChanges;

internal sealed class ForgetChangesCommandValidator : AbstractValidator<ForgetChangesCommand>
{
    public ForgetChangesCommandValidator() => RuleFor(command => command.Limit).Breaks(limit => limit < 1, "must be 1 or more");
}
