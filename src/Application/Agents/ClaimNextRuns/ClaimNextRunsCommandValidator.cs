using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.ClaimNextRuns;

internal sealed class ClaimNextRunsCommandValidator : AbstractValidator<ClaimNextRunsCommand>
{
    public ClaimNextRunsCommandValidator() => RuleFor(command => command.LeaseTime).Breaks(time => time <= TimeSpan.Zero, "must be longer than nothing");
}
