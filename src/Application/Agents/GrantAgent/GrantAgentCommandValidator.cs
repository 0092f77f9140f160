using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.GrantAgent;

internal sealed class GrantAgentCommandValidator : AbstractValidator<GrantAgentCommand>
{
    public GrantAgentCommandValidator() => RuleFor(command => command.UserId).ActorOrCaller();
}
