using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Servers.UpdateServer;

internal sealed class UpdateServerCommandValidator : AbstractValidator<UpdateServerCommand>
{
    public UpdateServerCommandValidator()
    {
        RuleFor(command => command.Name).Optional(DisplayName.Create);
        RuleFor(command => command.Description).Optional(Description.Create);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
    }
}
