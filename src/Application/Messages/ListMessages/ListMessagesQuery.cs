using Eliza.Application.Common;

namespace Eliza.Application.Messages.ListMessages;

/// <summary>
/// A page of a channel's messages, oldest first within the page. With <paramref name="Offset"/> the page is counted from
/// the newest message. With <paramref name="Before"/> or <paramref name="After"/> it is the one right before or behind a
/// message (its id) or a moment (Unix seconds or milliseconds), at the same cost at any depth; both together bound the
/// page on both sides, and it is the newest that fits.
/// </summary>
public sealed record ListMessagesQuery(string ChannelId, int? Limit, int? Offset, string? Before, string? After)
    : IQuery<Page<MessageResponse>>, IPagedQuery;
