using Eliza.Application.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Agents.CompleteRun;

/// <summary>An agent's words keep the rules of anybody's words.</summary>
internal sealed class CompleteRunCommandValidator : AbstractValidator<CompleteRunCommand>
{
    public CompleteRunCommandValidator() => RuleFor(command => command.Answer.Text).Optional(MessageContent.Create);
}
