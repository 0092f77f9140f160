using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Channels.AddParticipant;

internal sealed class AddParticipantCommandValidator : AbstractValidator<AddParticipantCommand>
{
    public AddParticipantCommandValidator()
    {
        RuleFor(command => command.UserId).Required(ActorId.Create);
        RuleFor(command => command.Role).Optional(ParticipantRoles.Parse);
        RuleFor(command => command.Name).Optional(DisplayName.Create);
    }
}
