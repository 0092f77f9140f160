using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Sessions.SendSessionMessage;

internal sealed class SendSessionMessageCommandValidator : AbstractValidator<SendSessionMessageCommand>
{
    public SendSessionMessageCommandValidator()
    {
        RuleFor(command => command.Content).Required(MessageContent.Create);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
        RuleFor(command => command.Transport).Optional(SessionTransports.Parse);
        this.AttachmentRules(command => command.Attachments);
    }
}
