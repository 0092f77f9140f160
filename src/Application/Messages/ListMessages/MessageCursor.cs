using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages.ListMessages;

/// <summary>A place in a channel as a client names it: a message, or a moment.</summary>
/// <param name="Message">The message, or null when the client named a moment.</param>
/// <param name="Start">The first instant of the moment: of that second, or of that millisecond.</param>
/// <param name="End">The first instant behind the moment.</param>
internal sealed record MessageCursor(MessageId? Message, DateTimeOffset Start, DateTimeOffset End)
{
    private static readonly Error Invalid = Error.Rule("Message.InvalidCursor", "must be a message id or a time in Unix seconds or milliseconds");

    public static Result<MessageCursor> Parse(string text)
    {
        if (MessageId.TryParse(text, out var id)) return new MessageCursor(id, default, default);
        return Moment.OfNumber(text) is { } moment ? new MessageCursor(null, moment.Start, moment.End) : Invalid;
    }
}
