using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Platforms;
using FluentValidation;

namespace Eliza.Application.Platforms.IngestExternal;

internal sealed class IngestExternalCommandValidator : AbstractValidator<IngestExternalCommand>
{
    private const int MaxMessages = 100;

    public IngestExternalCommandValidator()
    {
        When(command => command.Messages is null, OneMessage).Otherwise(ManyMessages);
    }

    private void OneMessage()
    {
        RuleFor(command => command.AgentId).Required(FieldRules.Uuid);
        RuleFor(command => command.RoomId).Required(FieldRules.Uuid);
        RuleFor(command => command.UserId).Required(FieldRules.Uuid);
        RuleFor(command => command.Text).Required(MessageContent.Create);
        RuleFor(command => command.SourceId).Required(Source.CreateId);
        RuleFor(command => command.SourceType).Required(PlatformNames.Parse);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
        RuleFor(command => command.RawMessage).Optional(RawMessage.Create);
        this.AttachmentRules(command => command.Attachments);
    }

    private void ManyMessages()
    {
        RuleFor(command => command.Platform).Required(PlatformNames.Parse);
        RuleFor(command => command.ChannelId).Required(Source.CreateId);
        RuleFor(command => command.Messages).Breaks(messages => messages!.Count is 0 or > MaxMessages, $"must hold 1 to {MaxMessages} messages");
        RuleForEach(command => command.Messages).Breaks(message => message is null, "must be an object");
        RuleForEach(command => command.Messages).SetValidator(new PlatformMessageInputValidator());
    }
}
