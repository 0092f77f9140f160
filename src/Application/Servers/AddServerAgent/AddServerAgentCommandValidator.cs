using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Servers.AddServerAgent;

internal sealed class AddServerAgentCommandValidator : AbstractValidator<AddServerAgentCommand>
{
    public AddServerAgentCommandValidator() => RuleFor(command => command.AgentId).Required(ActorId.Create);
}
