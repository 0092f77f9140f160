using Eliza.Application.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Messages.PostMessage;

internal sealed class PostMessageCommandValidator : AbstractValidator<PostMessageCommand>
{
    public PostMessageCommandValidator()
    {
        RuleFor(command => command.Content).Required(MessageContent.Create);
        RuleFor(command => command.AuthorId)
            .ActorOrCaller(isNamedElsewhere: command => command.AgentId is not null || MetadataAuthor.In(command.Metadata) is not null);
        this.MessageRules();
    }
}
