using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Channels.UpdateChannel;

internal sealed class UpdateChannelCommandValidator : AbstractValidator<UpdateChannelCommand>
{
    public UpdateChannelCommandValidator()
    {
        // Whether it must keep the naming rules too, the channel's type says.
        RuleFor(command => command.Name).Optional(Description.Create);
        RuleFor(command => command.Description).Optional(Description.Create);
        RuleFor(command => command.Topic).Optional(Description.Create);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
        RuleFor(command => command.ParticipantCentralUserIds).Breaks(ids => ids?.Count > Channel.MaxReplaceable, ParticipantIds.TooMany);
        RuleForEach(command => command.ParticipantCentralUserIds).Breaks(id => id is null, "must be a string");
        RuleForEach(command => command.ParticipantCentralUserIds).Optional(ActorId.Create);
    }
}
