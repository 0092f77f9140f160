using FluentValidation;

namespace Eliza.Application.Agents.RotateWebhookSecret;

/// <summary>Nothing to check: an id that is none names nothing.</summary>
internal sealed class RotateWebhookSecretCommandValidator : AbstractValidator<RotateWebhookSecretCommand>;
