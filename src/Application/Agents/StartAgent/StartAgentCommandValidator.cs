using FluentValidation;

namespace Eliza.Application.Agents.StartAgent;

/// <summary>Nothing to check: an id that is none names nothing.</summary>
internal sealed class StartAgentCommandValidator : AbstractValidator<StartAgentCommand>;
