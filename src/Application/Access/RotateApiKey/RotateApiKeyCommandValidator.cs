using Eliza.Application.Common;
using Eliza.Domain.Access;
using FluentValidation;

namespace Eliza.Application.Access.RotateApiKey;

internal sealed class RotateApiKeyCommandValidator : AbstractValidator<RotateApiKeyCommand>
{
    private static readonly long MaxGraceSeconds = (long)ApiKey.MaxGrace.TotalSeconds;

    public RotateApiKeyCommandValidator()
    {
        RuleFor(command => command.GracePeriodSeconds)
            .Breaks(seconds => seconds < 0 || seconds > MaxGraceSeconds, $"must be from 0 to {MaxGraceSeconds}");
        RuleFor(command => command.ExpiresInSeconds).Optional(Lifetimes.OfKey);
    }
}
