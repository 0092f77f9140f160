using Eliza.Application.Common;

namespace Eliza.Application.Messages.ClearMessagesOfUser;

/// <summary>Deletes all that one person or agent said in a channel: itself may, and who manages the channel.</summary>
public sealed record ClearMessagesOfUserCommand(string ChannelId, string? UserId) : ICommand<DeletedMessages>;
