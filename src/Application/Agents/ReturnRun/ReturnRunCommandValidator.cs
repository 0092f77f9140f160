using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.ReturnRun;

internal sealed class ReturnRunCommandValidator : AbstractValidator<ReturnRunCommand>
{
    public ReturnRunCommandValidator()
    {
        RuleFor(command => command.Lease).Required(FieldRules.Uuid);
        RuleFor(command => command.Error).Optional(RunReason.Check);
    }
}
