using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Application.Servers;

/// <summary>Who may make, change and delete servers, and decide which agents belong to them: trusted back ends alone.</summary>
public static class ServerRights
{
    public static bool MayManageServers(this ICaller caller) => caller.Current is { IsTrusted: true } known && known.May(Scopes.ChannelsWrite);
}
