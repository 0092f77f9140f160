using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Agents.UpdateAgent;

internal sealed class UpdateAgentCommandValidator : AbstractValidator<UpdateAgentCommand>
{
    public UpdateAgentCommandValidator(IValidator<IAgentInput> rules)
    {
        RuleFor(command => command.Id).Optional(ActorId.Create);
        RuleFor(command => command.Name).Optional(DisplayName.Create);
        Include(rules);
    }
}
