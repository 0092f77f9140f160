using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Sessions.WarnSessions;

internal sealed class WarnSessionsCommandValidator : AbstractValidator<WarnSessionsCommand>
{
    public WarnSessionsCommandValidator() => RuleFor(command => command.Limit).Breaks(limit => limit < 1, "must be 1 or more");
}
