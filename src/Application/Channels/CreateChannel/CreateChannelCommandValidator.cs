using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Channels.CreateChannel;

internal sealed class CreateChannelCommandValidator : AbstractValidator<CreateChannelCommand>
{
    public CreateChannelCommandValidator()
    {
        When(IsDirect, () => RuleFor(command => command.Name).Optional(Description.Create))
            .Otherwise(() => RuleFor(command => command.Name).Required(ChannelName.Create));
        RuleFor(command => command.ServerId).Optional(FieldRules.Uuid);
        RuleFor(command => command.Type).Optional(ChannelTypes.Parse);
        RuleFor(command => command.Description).Optional(Description.Create);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
    }

    private static bool IsDirect(CreateChannelCommand command) =>
        ChannelTypes.Parse(command.Type) is { IsSuccess: true, Value: ChannelType.Dm };
}
