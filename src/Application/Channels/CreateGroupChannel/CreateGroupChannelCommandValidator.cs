using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Channels.CreateGroupChannel;

internal sealed class CreateGroupChannelCommandValidator : AbstractValidator<CreateGroupChannelCommand>
{
    private const int Fewest = 2;

    public CreateGroupChannelCommandValidator()
    {
        RuleFor(command => command.Name).Required(ChannelName.Create);
        RuleFor(command => command.Participants).Breaks(ids => ids?.Count > Channel.MaxReplaceable, ParticipantIds.TooMany);
        RuleFor(command => command.Participants).Required(AtLeastTwo);
        RuleForEach(command => command.Participants).Breaks(id => id is null, "must be a string");
        RuleForEach(command => command.Participants).Optional(ActorId.Create);
        RuleFor(command => command.Description).Optional(Description.Create);
        RuleFor(command => command.ServerId).Optional(FieldRules.Uuid);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
    }

    private static Result<int> AtLeastTwo(IReadOnlyList<string?> ids) =>
        ids.CountDifferent() is var count and >= Fewest ? count : Error.Rule("Channel.GroupOfOne", $"must name at least {Fewest} different participants");
}
