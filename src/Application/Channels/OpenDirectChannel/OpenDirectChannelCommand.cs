using Eliza.Application.Common;

namespace Eliza.Application.Channels.OpenDirectChannel;

/// <summary>The one direct channel of two in a server, opened when they have none. Each of the two may be named in either way.</summary>
/// <param name="DmServerId">The default server when missing.</param>
public sealed record OpenDirectChannelCommand(
    string? UserId1, string? UserId2, string? CurrentUserId, string? TargetUserId, string? DmServerId) : ICommand<ChannelResponse>
{
    internal string? One => UserId1 ?? CurrentUserId;

    internal string? Other => UserId2 ?? TargetUserId;
}
