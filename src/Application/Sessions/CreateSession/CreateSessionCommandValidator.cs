using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Sessions.CreateSession;

internal sealed class CreateSessionCommandValidator : AbstractValidator<CreateSessionCommand>
{
    public CreateSessionCommandValidator(IValidator<SessionTimeoutInput> timeouts)
    {
        RuleFor(command => command.AgentId).Required(FieldRules.Uuid);
        When(command => command.UserId is null, () => RuleFor(command => command.UserId).ActorOrCaller())
            .Otherwise(() => RuleFor(command => command.UserId).Optional(FieldRules.Uuid));
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
        RuleFor(command => command.TimeoutConfig!).SetValidator(timeouts).When(command => command.TimeoutConfig is not null);
    }
}
