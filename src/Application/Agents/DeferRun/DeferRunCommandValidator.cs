using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.DeferRun;

internal sealed class DeferRunCommandValidator : AbstractValidator<DeferRunCommand>
{
    public DeferRunCommandValidator() => RuleFor(command => command.Patience).Breaks(time => time <= TimeSpan.Zero, "must be longer than nothing");
}
