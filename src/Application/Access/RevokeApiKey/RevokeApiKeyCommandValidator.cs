using FluentValidation;

namespace Eliza.Application.Access.RevokeApiKey;

/// <summary>Ids from a path are never malformed: what names nothing is not found.</summary>
internal sealed class RevokeApiKeyCommandValidator : AbstractValidator<RevokeApiKeyCommand>;
