using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.ExtendLease;

internal sealed class ExtendLeaseCommandValidator : AbstractValidator<ExtendLeaseCommand>
{
    public ExtendLeaseCommandValidator() => RuleFor(command => command.LeaseTime).Breaks(time => time <= TimeSpan.Zero, "must be longer than nothing");
}
