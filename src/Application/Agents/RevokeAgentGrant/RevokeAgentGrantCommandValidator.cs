using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.RevokeAgentGrant;

internal sealed class RevokeAgentGrantCommandValidator : AbstractValidator<RevokeAgentGrantCommand>
{
    public RevokeAgentGrantCommandValidator() => RuleFor(command => command.UserId).ActorOrCaller();
}
