using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Sessions.ExpireSessions;

internal sealed class ExpireSessionsCommandValidator : AbstractValidator<ExpireSessionsCommand>
{
    public ExpireSessionsCommandValidator() => RuleFor(command => command.Limit).Breaks(limit => limit < 1, "must be 1 or more");
}
