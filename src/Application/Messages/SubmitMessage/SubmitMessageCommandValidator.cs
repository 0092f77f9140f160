using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Messages.SubmitMessage;

internal sealed class SubmitMessageCommandValidator : AbstractValidator<SubmitMessageCommand>
{
    public SubmitMessageCommandValidator()
    {
        RuleFor(command => command.ChannelId).Required(FieldRules.Uuid);
        RuleFor(command => command.Content).Required(MessageContent.Create);
        RuleFor(command => command.AuthorId).ActorOrCaller();
        RuleFor(command => command.ServerId).Optional(FieldRules.Uuid);
        RuleFor(command => command.InReplyToMessageId).Optional(FieldRules.Uuid);
        RuleFor(command => command.SourceType).Optional(SourceType.Create);
        RuleFor(command => command.RawMessage).Optional(RawMessage.Create);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
        this.AttachmentRules(command => command.Attachments);
    }
}
