using Eliza.Application.Messages;
using Eliza.Application.Messages.SubmitMessage;

namespace Eliza.UnitTests.TestData;

internal static class SubmitMessages
{
    /// <summary>What is required, and nothing else.</summary>
    public static readonly SubmitMessageCommand Valid = new(
        Ids.Channel.ToString(), ServerId: null, "ada", "Hello", InReplyToMessageId: null, SourceType: null, RawMessage: null, Metadata: null, Attachments: null);

    public static readonly AttachmentInput File = new("https://x.example/a.png", ContentType: null, "a.png", Size: 1, Title: null, Description: null);
}
