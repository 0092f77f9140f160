using Eliza.Application.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Messages;

/// <summary>A file that a message refers to, as a client sent it. <paramref name="Size"/> is in bytes.</summary>
public sealed record AttachmentInput(string? Url, string? ContentType, string? Name, long? Size, string? Title, string? Description);

/// <summary>What clients send for a message's attachments, whichever way the message comes.</summary>
public static class AttachmentInputs
{
    /// <summary>The attachments that checked input describes.</summary>
    public static IReadOnlyList<Attachment> ToAttachments(this IReadOnlyList<AttachmentInput?>? files) => files is null
        ? []
        : [.. files.Select(file => new Attachment(file!.Url!, file.ContentType, file.Name, file.Size, file.Title, file.Description))];

    /// <summary>The limits of all files together, and the rules of each.</summary>
    public static void AttachmentRules<T>(
        this AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, IReadOnlyList<AttachmentInput?>?>> files)
    {
        validator.RuleFor(files)
            .Breaks(all => all?.Count > Attachments.MaxCount, $"must hold at most {Attachments.MaxCount} attachments");
        validator.RuleFor(files).Breaks(all => TotalSize(all) > Attachments.MaxTotalSize, "must be at most 25 MB in total");
        var each = System.Linq.Expressions.Expression.Lambda<Func<T, IEnumerable<AttachmentInput?>?>>(files.Body, files.Parameters);
        validator.RuleForEach(each!).Breaks(file => file is null, "must be an object");
        validator.RuleForEach(each!).SetValidator(new AttachmentInputValidator());
    }

    /// <summary>Decimal, because a client may claim sizes whose sum no integer holds.</summary>
    private static decimal TotalSize(IReadOnlyList<AttachmentInput?>? files) =>
        files?.Sum(file => Math.Max(0, (decimal)(file?.Size ?? 0))) ?? 0;
}
