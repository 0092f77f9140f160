using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Jobs.ForgetJobs;

internal sealed class ForgetJobsCommandValidator : AbstractValidator<ForgetJobsCommand>
{
    public ForgetJobsCommandValidator()
    {
        RuleFor(command => command.Retention).Breaks(retention => retention < TimeSpan.Zero, "must be 0 or more");
        RuleFor(command => command.Limit).Breaks(limit => limit < 1, "must be 1 or more");
    }
}
