using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Messages;

/// <summary>What every message must keep to, but for what each way of sending it checks first: its channel, content and author.</summary>
internal sealed class MessageInputValidator : AbstractValidator<MessageInput>
{
    public MessageInputValidator()
    {
        RuleFor(input => input.AgentId).Optional(ActorId.Create);
        RuleFor(input => input.ServerId).Optional(FieldRules.Uuid);
        RuleFor(input => input.InReplyToMessageId).Optional(FieldRules.Uuid);
        RuleFor(input => input.SourceType).Optional(SourceType.Create);
        RuleFor(input => input.RawMessage).Optional(RawMessage.Create);
        RuleFor(input => input.Metadata).Optional(Metadata.Create);
        this.AttachmentRules(input => input.Attachments);
    }
}
