using Eliza.Application.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Messages;

/// <summary>What a message must keep to that is sent to the bus: it names its channel, and its author unless the caller is.</summary>
internal sealed class SubmittedMessageValidator : AbstractValidator<MessageInput>
{
    public SubmittedMessageValidator()
    {
        RuleFor(input => input.ChannelId).Required(FieldRules.Uuid);
        RuleFor(input => input.Content).Required(MessageContent.Create);
        RuleFor(input => input.AuthorId).ActorOrCaller(isNamedElsewhere: input => input.AgentId is not null);
        Include(new MessageInputValidator());
    }
}
