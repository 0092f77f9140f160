using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.FailRun;

internal sealed class FailRunCommandValidator : AbstractValidator<FailRunCommand>
{
    public FailRunCommandValidator() => RuleFor(command => command.Reason).Breaks(string.IsNullOrWhiteSpace, "must not be empty");
}
