using Eliza.Application.Common;

namespace Eliza.Application.Messages.ClearMessages;

/// <summary>Deletes all that was said in a channel; who manages it may.</summary>
public sealed record ClearMessagesCommand(string ChannelId) : ICommand<DeletedMessages>;
