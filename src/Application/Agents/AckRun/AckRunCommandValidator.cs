using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.AckRun;

internal sealed class AckRunCommandValidator : AbstractValidator<AckRunCommand>
{
    public AckRunCommandValidator()
    {
        RuleFor(command => command.Lease).Required(FieldRules.Uuid);
        RuleFor(command => command.LeaseSeconds)
            .Breaks(seconds => seconds is < LeaseSeconds.Min or > LeaseSeconds.Max, $"must be from {LeaseSeconds.Min} to {LeaseSeconds.Max}");
    }
}
