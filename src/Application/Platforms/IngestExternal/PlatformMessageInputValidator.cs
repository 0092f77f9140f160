using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Platforms.IngestExternal;

internal sealed class PlatformMessageInputValidator : AbstractValidator<PlatformMessageInput?>
{
    public PlatformMessageInputValidator()
    {
        RuleFor(message => message!.Id).Required(Source.CreateId);
        RuleFor(message => message!.AuthorId).Required(Source.CreateId);
        RuleFor(message => message!.Content).Required(MessageContent.Create);
        RuleFor(message => message!.Timestamp).Breaks(time => time is { ValueKind: not JsonValueKind.Number }, "must be a number");
        RuleFor(message => message!.Metadata).Optional(Metadata.Create);
        this.AttachmentRules(message => message!.Attachments);
    }
}
