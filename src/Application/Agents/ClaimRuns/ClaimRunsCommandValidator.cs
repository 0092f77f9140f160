using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.ClaimRuns;

internal sealed class ClaimRunsCommandValidator : AbstractValidator<ClaimRunsCommand>
{
    public ClaimRunsCommandValidator()
    {
        RuleFor(command => command.Limit).Breaks(limit => limit < 1, "must be 1 or more");
        RuleFor(command => command.LeaseTime).Breaks(time => time <= TimeSpan.Zero, "must be longer than nothing");
    }
}
