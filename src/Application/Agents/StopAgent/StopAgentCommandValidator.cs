using FluentValidation;

namespace Eliza.Application.Agents.StopAgent;

/// <summary>Nothing to check: an id that is none names nothing.</summary>
internal sealed class StopAgentCommandValidator : AbstractValidator<StopAgentCommand>;
