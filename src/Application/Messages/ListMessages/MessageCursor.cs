using System.Globalization;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages.ListMessages;

/// <summary>A place in a channel as a client names it: a message, or a moment.</summary>
/// <param name="Message">The message, or null when the client named a moment.</param>
/// <param name="Start">The first instant of the moment: of that second, or of that millisecond.</param>
/// <param name="End">The first instant behind the moment.</param>
internal sealed record MessageCursor(MessageId? Message, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Numbers from here on are milliseconds; as seconds they would lie beyond the year 5000.</summary>
    private const long FirstMilliseconds = 100_000_000_000;

    private static readonly long MaxMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - 1;

    private static readonly Error Invalid = Error.Rule("Message.InvalidCursor", "must be a message id or a time in Unix seconds or milliseconds");

    public static Result<MessageCursor> Parse(string text)
    {
        if (MessageId.TryParse(text, out var id)) return new MessageCursor(id, default, default);
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MaxMilliseconds) return Invalid;
        return number >= FirstMilliseconds
            ? new MessageCursor(null, DateTimeOffset.FromUnixTimeMilliseconds(number), DateTimeOffset.FromUnixTimeMilliseconds(number + 1))
            : new MessageCursor(null, DateTimeOffset.FromUnixTimeSeconds(number), DateTimeOffset.FromUnixTimeSeconds(number + 1));
    }
}
