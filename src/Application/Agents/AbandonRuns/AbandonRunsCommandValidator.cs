using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.AbandonRuns;

internal sealed class AbandonRunsCommandValidator : AbstractValidator<AbandonRunsCommand>
{
    public AbandonRunsCommandValidator() => RuleFor(command => command.Limit).Breaks(limit => limit < 1, "must be 1 or more");
}
