using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Messages;

internal sealed class AttachmentInputValidator : AbstractValidator<AttachmentInput?>
{
    public AttachmentInputValidator()
    {
        RuleFor(file => file!.Url).Required(url => Attachment.IsAllowedUrl(url) ? Ok(url) : Broken(Attachment.UrlRule));
        RuleFor(file => file!.Name).Optional(Text(Attachment.MaxNameLength));
        RuleFor(file => file!.Title).Optional(Text(Attachment.MaxNameLength));
        RuleFor(file => file!.Description).Optional(Text(Attachment.MaxDescriptionLength));
        RuleFor(file => file!.Size).Breaks(size => size < 0, "must be 0 or more");
        RuleFor(file => file!.ContentType)
            .Breaks(type => type is not null && !Attachment.IsSupportedType(type, null), Attachment.TypeRule);
        RuleFor(file => file!.Name)
            .Breaks(name => name is null || !Attachment.IsSupportedType(null, name), Attachment.TypeRule)
            .When(file => file!.ContentType is null && !IsToldByUrl(file));
    }

    /// <summary>Where nothing else names the type, the URL's own ending does: so an upload's URL is enough.</summary>
    private static bool IsToldByUrl(AttachmentInput file) =>
        file is { Name: null, Url: { } url } && Attachment.IsAllowedUrl(url) && Attachment.IsSupportedType(null, Attachment.NameIn(url));

    private static Func<string, Result<string>> Text(int maxLength) =>
        text => TextRules.Broken(text, maxLength) is { } rule ? Broken(rule) : Ok(text);

    private static Result<string> Ok(string text) => text;

    private static Result<string> Broken(string rule) => Error.Rule("Message.InvalidAttachment", rule);
}
