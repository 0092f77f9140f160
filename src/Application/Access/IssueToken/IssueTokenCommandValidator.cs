using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Access.IssueToken;

internal sealed class IssueTokenCommandValidator : AbstractValidator<IssueTokenCommand>
{
    public IssueTokenCommandValidator()
    {
        RuleFor(command => command.UserId).Required(ActorId.Create);
        RuleFor(command => command.Name).Optional(DisplayName.Create);
        RuleFor(command => command.ExpiresInSeconds).Optional(Lifetimes.OfToken);
    }
}
