using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Sessions.ForgetSessions;

internal sealed class ForgetSessionsCommandValidator : AbstractValidator<ForgetSessionsCommand>
{
    public ForgetSessionsCommandValidator() => RuleFor(command => command.Limit).Breaks(limit => limit < 1, "must be 1 or more");
}
