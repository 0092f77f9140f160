using Eliza.Application.Common;

namespace Eliza.Application.Messages.DeleteMessage;

/// <summary>Takes a message out of its channel: its author may, and who manages the channel. Replies to it stay.</summary>
public sealed record DeleteMessageCommand(string ChannelId, string MessageId) : ICommand<DeletedMessage>;
