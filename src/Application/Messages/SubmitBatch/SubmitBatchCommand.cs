using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Domain.Common;

namespace Eliza.Application.Messages.SubmitBatch;

/// <summary>Puts up to 100 messages on the bus at once. Each stands for itself: one that is refused takes no other with it.</summary>
public sealed record SubmitBatchCommand(IReadOnlyList<BatchItem?>? Messages) : ICommand<BatchOutcome>, IRarelyRepeated, IJudgesItsItems;

/// <summary>One message of the batch.</summary>
/// <param name="Message">What a single submission would hold.</param>
/// <param name="MessageId">Its idempotency key, the same as that of a single submission; null for none.</param>
public sealed record BatchItem(MessageInput Message, string? MessageId);

/// <summary>What became of the batch. It holds no texts, so nothing of it needs to be forgotten when a message is deleted.</summary>
public sealed record BatchOutcome(IReadOnlyList<ItemOutcome> Results);

/// <summary>What became of one message: it is there, or there is an error.</summary>
/// <param name="MessageId">The client's key.</param>
/// <param name="Replayed">Whether it was there already, by an earlier request under its key.</param>
public sealed record ItemOutcome(string? MessageId, PostedMessage? Message, Error? Error, bool Replayed);

/// <summary>A message that was posted, without what it says. <c>CreatedAt</c> is in Unix seconds.</summary>
public sealed record PostedMessage(Guid Id, Guid ChannelId, long CreatedAt);
