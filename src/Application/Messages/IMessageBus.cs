using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>
/// Puts other modules' messages on the bus, in the present unit of work: a platform's, a job's, a session's. Whether the author
/// may write there is for the caller to check.
/// </summary>
public interface IMessageBus : IModulePort
{
    /// <param name="channel">Where; it may have been opened in the same unit of work.</param>
    /// <param name="draft">What is said; its mentions, and descriptions of its files, are found by the bus.</param>
    /// <param name="addressee">The agent that is to answer, whatever the channel's rules; null to leave it to them.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    Task<MessageReceipt> PostAsync(ChannelEntry channel, MessageDraft draft, ActorId? addressee, CancellationToken cancellationToken);
}

/// <summary>A message that was put on the bus, with its files as they are stored.</summary>
public sealed record MessageReceipt(MessageId Id, DateTimeOffset CreatedAt, IReadOnlyList<Attachment> Attachments);
