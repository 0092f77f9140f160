using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Platforms;
using FluentValidation;

namespace Eliza.Application.Platforms.ProcessExternalMessage;

internal sealed class ProcessExternalMessageCommandValidator : AbstractValidator<ProcessExternalMessageCommand>
{
    public ProcessExternalMessageCommandValidator()
    {
        RuleFor(command => command.Platform).Required(PlatformNames.Parse);
        RuleFor(command => command.MessageId).Required(Source.CreateId);
        RuleFor(command => command.ChannelId).Required(Source.CreateId);
        RuleFor(command => command.UserId).Required(Source.CreateId);
        RuleFor(command => command.Content).Required(MessageContent.Create);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
        this.AttachmentRules(command => command.Attachments);
    }
}
