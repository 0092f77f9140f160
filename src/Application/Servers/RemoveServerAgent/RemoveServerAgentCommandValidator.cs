using FluentValidation;

namespace Eliza.Application.Servers.RemoveServerAgent;

/// <summary>Ids from a path are never malformed: what names nothing is not found.</summary>
internal sealed class RemoveServerAgentCommandValidator : AbstractValidator<RemoveServerAgentCommand>;
