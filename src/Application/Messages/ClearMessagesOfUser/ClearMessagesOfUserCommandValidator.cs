using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Messages.ClearMessagesOfUser;

internal sealed class ClearMessagesOfUserCommandValidator : AbstractValidator<ClearMessagesOfUserCommand>
{
    public ClearMessagesOfUserCommandValidator() => RuleFor(command => command.UserId).Required(ActorId.Create);
}
