using Eliza.Application.Common;

namespace Eliza.Application.Channels.DeleteChannel;

/// <summary>Deletes a channel with its messages, its agents' runs and all else that hangs on it.</summary>
/// <param name="ChannelId">From the path, as the client wrote it.</param>
public sealed record DeleteChannelCommand(string ChannelId) : ICommand<ChannelLink>;
