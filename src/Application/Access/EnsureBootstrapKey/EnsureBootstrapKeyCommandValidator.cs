using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Access.EnsureBootstrapKey;

internal sealed class EnsureBootstrapKeyCommandValidator : AbstractValidator<EnsureBootstrapKeyCommand>
{
    public const int MinLength = 32;

    public EnsureBootstrapKeyCommandValidator() =>
        RuleFor(command => command.Key).Breaks(key => key.Length < MinLength, $"must be at least {MinLength} characters");
}
