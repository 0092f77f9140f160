using Eliza.Application.Common;
using Eliza.Domain.Access;
using FluentValidation;

namespace Eliza.Application.Access.EnsureBootstrapKey;

internal sealed class EnsureBootstrapKeyCommandValidator : AbstractValidator<EnsureBootstrapKeyCommand>
{
    public EnsureBootstrapKeyCommandValidator() =>
        RuleFor(command => command.Key).Breaks(key => !ApiKey.IsAllowed(key), ApiKey.Rule);
}
