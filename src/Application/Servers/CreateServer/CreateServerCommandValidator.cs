using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Servers.CreateServer;

internal sealed class CreateServerCommandValidator : AbstractValidator<CreateServerCommand>
{
    public CreateServerCommandValidator()
    {
        RuleFor(command => command.Name).Required(DisplayName.Create);
        RuleFor(command => command.Description).Optional(Description.Create);
        RuleFor(command => command.SourceType).Optional(Source.CreateType);
        RuleFor(command => command.SourceId).Optional(Source.CreateId);
        RuleFor(command => command.SourceId).Breaks(id => id is not null, "needs a sourceType").When(command => command.SourceType is null);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
    }
}
