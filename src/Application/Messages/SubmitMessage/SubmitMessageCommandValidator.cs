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
        RuleFor(command => command.Attachments)
            .Breaks(files => files?.Count > Attachments.MaxCount, $"must hold at most {Attachments.MaxCount} attachments");
        RuleFor(command => command.Attachments)
            .Breaks(files => TotalSize(files) > Attachments.MaxTotalSize, "must be at most 25 MB in total");
        RuleForEach(command => command.Attachments).Breaks(file => file is null, "must be an object");
        RuleForEach(command => command.Attachments).SetValidator(new AttachmentInputValidator());
    }

    /// <summary>Decimal, because a client may claim sizes whose sum no integer holds.</summary>
    private static decimal TotalSize(IReadOnlyList<AttachmentInput?>? files) =>
        files?.Sum(file => Math.Max(0, (decimal)(file?.Size ?? 0))) ?? 0;
}
