using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Channels.CreateChannel;

internal sealed class CreateChannelCommandValidator : AbstractValidator<CreateChannelCommand>
{
    private const int MostOfADirectChannel = 2;

    public CreateChannelCommandValidator()
    {
        When(IsDirect, () => RuleFor(command => command.Name).Optional(Description.Create))
            .Otherwise(() => RuleFor(command => command.Name).Required(ChannelName.Create));
        RuleFor(command => command.ServerId).Optional(FieldRules.Uuid);
        RuleFor(command => command.Type).Optional(ChannelTypes.Parse);
        RuleFor(command => command.Description).Optional(Description.Create);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
        RuleFor(command => command.ParticipantCentralUserIds).Breaks(ids => ids?.Count > Channel.MaxReplaceable, ParticipantIds.TooMany);
        RuleFor(command => command.ParticipantCentralUserIds)
            .Breaks(ids => ids.CountDifferent() > MostOfADirectChannel, "must name at most 2 participants of a direct channel").When(IsDirect);
        RuleForEach(command => command.ParticipantCentralUserIds).Breaks(id => id is null, "must be a string");
        RuleForEach(command => command.ParticipantCentralUserIds).Optional(ActorId.Create);
    }

    private static bool IsDirect(CreateChannelCommand command) => command.ResolvedType is ChannelType.Dm;
}
