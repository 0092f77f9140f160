using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages.ListMessages;

/// <summary>A place in a channel as a client names it: a message, or a moment.</summary>
/// <param name="Message">The message, or null when the client named a moment.</param>
/// <param name="Moment">The moment, or null when the client named a message.</param>
internal sealed record MessageCursor(MessageId? Message, Moment? Moment)
{
    private static readonly Error Invalid = Error.Rule("Message.InvalidCursor", "must be a message id or a time in Unix seconds or milliseconds");

    public static Result<MessageCursor> Parse(string text)
    {
        if (MessageId.TryParse(text, out var id)) return new MessageCursor(id, null);
        return Moment.OfNumber(text) is { } moment ? new MessageCursor(null, moment) : Invalid;
    }
}
