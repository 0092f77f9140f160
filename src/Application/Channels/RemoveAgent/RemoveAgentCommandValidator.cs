using FluentValidation;

namespace Eliza.Application.Channels.RemoveAgent;

/// <summary>Ids from a path are never malformed: what names nothing is not found.</summary>
internal sealed class RemoveAgentCommandValidator : AbstractValidator<RemoveAgentCommand>;
