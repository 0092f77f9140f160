using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Messages.EditMessage;

internal sealed class EditMessageCommandValidator : AbstractValidator<EditMessageCommand>
{
    public EditMessageCommandValidator()
    {
        RuleFor(command => command.Content).Required(MessageContent.Create);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
    }
}
