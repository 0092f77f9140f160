using FluentValidation;

namespace Eliza.Application.Agents.DeleteAgent;

/// <summary>Nothing to check: an id that is none names nothing.</summary>
internal sealed class DeleteAgentCommandValidator : AbstractValidator<DeleteAgentCommand>;
