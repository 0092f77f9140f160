using Eliza.Application.Common;
using Eliza.Domain.Channels;
using FluentValidation;

namespace Eliza.Application.Channels.ChangeParticipantRole;

internal sealed class ChangeParticipantRoleCommandValidator : AbstractValidator<ChangeParticipantRoleCommand>
{
    public ChangeParticipantRoleCommandValidator() => RuleFor(command => command.Role).Required(ParticipantRoles.Parse);
}
