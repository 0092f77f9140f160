using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Channels.AddAgent;

internal sealed class AddAgentCommandValidator : AbstractValidator<AddAgentCommand>
{
    public AddAgentCommandValidator() => RuleFor(command => command.AgentId).Required(ActorId.Create);
}
