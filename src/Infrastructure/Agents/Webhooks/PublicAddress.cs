using System.Net;
using System.Net.Sockets;

namespace Eliza.Infrastructure.Agents.Webhooks;

/// <summary>
/// Tells addresses of the public Internet from all others: this machine, the operator's network, a cloud's metadata service,
/// and whatever is set apart for special use (the registries of RFC 6890).
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] SpecialV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    /// <summary>All that has been given out to the public Internet; loopback, unique-local, link-local and multicast addresses lie outside.</summary>
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    /// <summary>
    /// Protocols' own addresses with Teredo, documentation, and 6to4: Teredo and 6to4 wrap an IPv4 address, and nobody is
    /// reached by them alone any more.
    /// </summary>
    private static readonly IPNetwork[] SpecialV6 =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    /// <summary>Where only IPv6 is spoken, every IPv4 address is reached by this; so the wrapped address decides.</summary>
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily is AddressFamily.InterNetwork) return !SpecialV4.Any(network => network.Contains(address));
        if (address.AddressFamily is not AddressFamily.InterNetworkV6) return false;
        if (address.IsIPv4MappedToIPv6) return Is(address.MapToIPv4());
        if (Nat64.Contains(address)) return Is(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return GlobalV6.Contains(address) && !SpecialV6.Any(network => network.Contains(address));
    }
}
