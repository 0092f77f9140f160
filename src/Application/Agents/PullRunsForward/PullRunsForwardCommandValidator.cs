using Eliza.Application.Common;
using Eliza.Domain.Agents;
using FluentValidation;

namespace Eliza.Application.Agents.PullRunsForward;

internal sealed class PullRunsForwardCommandValidator : AbstractValidator<PullRunsForwardCommand>
{
    public PullRunsForwardCommandValidator()
    {
        RuleFor(command => command.LeaseTime).Breaks(time => time <= AgentRun.LongestPause, "must be longer than the longest pause");
        RuleFor(command => command.Limit).Breaks(limit => limit < 1, "must be 1 or more");
    }
}
