using Eliza.Application.Messages;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Messages;

public sealed class SubmitMessageValidatorTests
{
    private static readonly SubmitMessageCommandValidator Validator = new();

    [Fact]
    public void Validate_WhenOnlyTheRequiredIsGiven_IsValid() => Failures(SubmitMessages.Valid).ShouldBeEmpty();

    [Fact]
    public void Validate_WhenNothingIsGiven_ReportsEveryRequiredField() =>
        Failures(new SubmitMessageCommand(null, null, null, null, null, null, null, null, null)).ShouldBe(
        [
            "ChannelId: Required field '{field}' is missing",
            "Content: Required field '{field}' is missing",
            "AuthorId: Required field '{field}' is missing",
        ]);

    [Fact]
    public void Validate_WhenEveryFieldIsWrong_ReportsAllTogether() =>
        Failures(new SubmitMessageCommand(
            "x", "x", "a b", " ", "x", "", TestJson.Parse("1"), TestJson.Parse("[]"), [SubmitMessages.File with { Url = "x" }]))
            .Select(failure => failure[..failure.IndexOf(':', StringComparison.Ordinal)])
            .ShouldBe(["ChannelId", "Content", "AuthorId", "ServerId", "InReplyToMessageId", "SourceType", "RawMessage", "Metadata", "Attachments[0].Url"]);

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Validate_WhenThereAreAttachments_AllowsTen(int count, bool valid) =>
        Failures(WithFiles([.. Enumerable.Repeat(SubmitMessages.File, count)])).ShouldBe(valid ? [] : ["Attachments: Field '{field}' must hold at most 10 attachments"]);

    [Fact]
    public void Validate_WhenSizesAreGiven_AllowsTheLimitInTotal()
    {
        const long Half = Attachments.MaxTotalSize / 2;

        Failures(WithFiles(OfSize(Half), OfSize(Half))).ShouldBeEmpty();
        Failures(WithFiles(OfSize(Half), OfSize(Half + 1))).ShouldBe(["Attachments: Field '{field}' must be at most 25 MB in total"]);
        Failures(WithFiles(OfSize(long.MaxValue), OfSize(long.MaxValue))).ShouldBe(["Attachments: Field '{field}' must be at most 25 MB in total"]);
    }

    [Fact]
    public void Validate_WhenASizeIsNegative_IsNoDiscountForTheOthers() =>
        Failures(WithFiles(OfSize(Attachments.MaxTotalSize + 1), OfSize(-2))).ShouldBe(
            ["Attachments: Field '{field}' must be at most 25 MB in total", "Attachments[1].Size: Field '{field}' must be 0 or more"]);

    [Fact]
    public void Validate_WhenAnAttachmentIsNull_SaysWhich() =>
        Failures(WithFiles(SubmitMessages.File, null)).ShouldBe(["Attachments[1]: Field '{field}' must be an object"]);

    /// <summary>So an upload's URL is enough.</summary>
    [Fact]
    public void Validate_WhenTheUrlAloneTellsTheType_IsValid() => Failures(WithFiles(
        SubmitMessages.File with { Url = "/media/0192/report.pdf", Name = null, ContentType = null },
        SubmitMessages.File with { Url = "https://example.com/photo.png?size=2", Name = null, ContentType = null })).ShouldBeEmpty();

    [Fact]
    public void Validate_WhenNeitherContentTypeNorNameNorUrlTells_IsUnsupported()
    {
        Failures(WithFiles(SubmitMessages.File with { Url = "https://x.example/a", Name = null })).ShouldBe([$"Attachments[0].Name: Field '{{field}}' {Attachment.TypeRule}"]);
        Failures(WithFiles(SubmitMessages.File with { Name = "a.exe" })).ShouldBe([$"Attachments[0].Name: Field '{{field}}' {Attachment.TypeRule}"]);
        Failures(WithFiles(SubmitMessages.File with { ContentType = "text/html" })).ShouldBe([$"Attachments[0].ContentType: Field '{{field}}' {Attachment.TypeRule}"]);
        Failures(WithFiles(SubmitMessages.File with { ContentType = "image/png", Name = null })).ShouldBeEmpty();
    }

    [Fact]
    public void Validate_WhenAnAttachmentsTextsBreakTheirRules_SaysWhich() =>
        Failures(WithFiles(SubmitMessages.File with
        {
            Url = null,
            Name = new string('a', 252) + ".png",
            Title = "\0",
            Description = new string('a', 4001),
        })).ShouldBe(
        [
            "Attachments[0].Url: Required field '{field}' is missing",
            "Attachments[0].Name: Field '{field}' must be at most 255 characters",
            "Attachments[0].Title: Field '{field}' must not contain control characters other than tab, CR and LF",
            "Attachments[0].Description: Field '{field}' must be at most 4000 characters",
        ]);

    private static AttachmentInput OfSize(long size) => SubmitMessages.File with { Size = size };

    private static SubmitMessageCommand WithFiles(params AttachmentInput?[] files) => SubmitMessages.Valid with { Attachments = files };

    private static List<string> Failures(SubmitMessageCommand command) =>
        [.. Validator.Validate(command).Errors.Select(failure => $"{failure.PropertyName}: {failure.ErrorMessage}")];
}
