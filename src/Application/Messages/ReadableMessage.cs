using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>A message that the caller may read, with its channel.</summary>
internal sealed record ReadableMessage(Message Message, ChannelView Channel);

internal static class ReadableMessages
{
    /// <summary>The message of that id, if there is one and the caller may read its channel. What is no UUID names nothing.</summary>
    public static async Task<Result<ReadableMessage>> FindReadableAsync(
        this IMessageHistory history, string messageId, IChannelDirectory channels, ICaller caller, CancellationToken cancellationToken)
    {
        if (!MessageId.TryParse(messageId, out var id) || await history.FindAsync(id, cancellationToken) is not { } message)
            return MessageErrors.Unknown(messageId);

        var view = await channels.FindViewAsync(message.ChannelId, caller.Current?.Actor, cancellationToken);
        if (view is null) return MessageErrors.Unknown(messageId);
        return view.Access.AllowsReading(caller.Current) ? new ReadableMessage(message, view) : CommonErrors.Forbidden;
    }
}
