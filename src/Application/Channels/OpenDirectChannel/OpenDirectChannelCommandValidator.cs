using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Channels.OpenDirectChannel;

internal sealed class OpenDirectChannelCommandValidator : AbstractValidator<OpenDirectChannelCommand>
{
    public OpenDirectChannelCommandValidator()
    {
        When(command => command.CurrentUserId is null, () => RuleFor(command => command.UserId1).Required(ActorId.Create))
            .Otherwise(() => RuleFor(command => command.UserId1).Optional(ActorId.Create));
        When(command => command.TargetUserId is null, () => RuleFor(command => command.UserId2).Required(ActorId.Create))
            .Otherwise(() => RuleFor(command => command.UserId2).Optional(ActorId.Create));
        RuleFor(command => command.CurrentUserId).Optional(ActorId.Create);
        RuleFor(command => command.TargetUserId).Optional(ActorId.Create);
        RuleFor(command => command.DmServerId).Optional(FieldRules.Uuid);
        When(IsOneself, () =>
        {
            RuleFor(command => command.UserId2).Breaks(id => id is not null, SamePerson);
            RuleFor(command => command.TargetUserId).Breaks(id => id is not null, SamePerson).When(command => command.UserId2 is null);
        });
    }

    private const string SamePerson = "must be another than the first";

    private static bool IsOneself(OpenDirectChannelCommand command) =>
        command is { One: { } one, Other: { } other }
        && ActorId.Create(one) is { IsSuccess: true } first && ActorId.Create(other) is { IsSuccess: true } second
        && ChannelPair.Create(first.Value, second.Value).Error is not null;
}
