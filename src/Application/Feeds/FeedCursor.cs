using System.Globalization;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Feeds;

/// <summary>The last thing that a client knows of a channel: an event by its id, or a message.</summary>
/// <param name="Stamp">The event's id; null when a message was named.</param>
/// <param name="Message">The message; null when an event was named.</param>
public sealed record FeedCursor(long? Stamp, MessageId? Message)
{
    private static readonly Error Invalid = Error.Rule("Feed.InvalidCursor", "must be an event's id or a message's id");

    public static Result<FeedCursor> Parse(string text)
    {
        if (MessageId.TryParse(text, out var id)) return new FeedCursor(null, id);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var stamp) ? new FeedCursor(stamp, null) : Invalid;
    }
}
