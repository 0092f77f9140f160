using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Messages;

/// <summary>
/// What messages must keep to. Each command's validator takes these rules as its own: a validator that includes another calls it through
/// several objects, for every message.
/// </summary>
internal static class MessageInputRules
{
    /// <summary>Of every message, but for what each way of sending it checks first: its channel, content and author.</summary>
    public static void MessageRules<T>(this AbstractValidator<T> validator) where T : MessageInput
    {
        validator.RuleFor(input => input.AgentId).Optional(ActorId.Create);
        validator.RuleFor(input => input.ServerId).Optional(FieldRules.Uuid);
        validator.RuleFor(input => input.InReplyToMessageId).Optional(FieldRules.Uuid);
        validator.RuleFor(input => input.SourceType).Optional(SourceType.Create);
        validator.RuleFor(input => input.RawMessage).Optional(RawMessage.Create);
        validator.RuleFor(input => input.Metadata).Optional(Metadata.Create);
        validator.AttachmentRules(input => input.Attachments);
    }

    /// <summary>Of a message that is sent to the bus: it names its channel, and its author unless the caller is.</summary>
    public static void SubmittedMessageRules<T>(this AbstractValidator<T> validator) where T : MessageInput
    {
        validator.RuleFor(input => input.ChannelId).Required(FieldRules.Uuid);
        validator.RuleFor(input => input.Content).Required(MessageContent.Create);
        validator.RuleFor(input => input.AuthorId).ActorOrCaller(isNamedElsewhere: input => input.AgentId is not null);
        validator.MessageRules();
    }
}
