using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;

namespace Eliza.UnitTests.TestData;

/// <summary>What was said in channels, and its pages as the port describes them.</summary>
internal sealed class FakeChannelMessages(IReadOnlyList<Message> messages) : IChannelMessages
{
    public IReadOnlyList<Message> Messages => messages;

    public Task<ChannelMessagePage> ListAsync(ChannelId channel, HistoryWindow window, int limit, int offset, CancellationToken cancellationToken)
    {
        var said = messages.Where(message => message.ChannelId == channel).ToList();
        var within = said.Where(message => (window.Before is null || message.Stamp < window.Before) && (window.After is null || message.Stamp > window.After));
        var ordered = window.LeadsOn ? within.OrderBy(message => message.Stamp) : within.OrderByDescending(message => message.Stamp);
        return Task.FromResult(new ChannelMessagePage([.. ordered.Skip(offset).Take(limit).Select(RowOf)], said.Count));
    }

    public Task<long?> FindStampAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken) =>
        Task.FromResult(messages.FirstOrDefault(message => message.Id == id && message.ChannelId == channel)?.Stamp);

    private static ChannelMessage RowOf(Message message) => new(
        message.Id.Value, message.Stamp, message.Author.Value, message.AuthorKind, message.Content.Value, message.CreatedAt, new RawJson(message.Metadata.Json),
        [.. message.Attachments.Select(AttachmentResponse.Of)], [.. message.Mentions.Select(mention => mention.Value)], message.SourceType.Value,
        message.InReplyTo?.Value, message.ThreadId?.Value, message.EditedAt);
}
