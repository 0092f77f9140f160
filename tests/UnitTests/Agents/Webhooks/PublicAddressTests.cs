using System.Net;
using Eliza.Infrastructure.Agents.Webhooks;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Agents.Webhooks;

public sealed class PublicAddressTests
{
    public static TheoryData<string> SpecialNetworks =>
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:2::/48", "2001:20::/28", "2001:db8::/32", "2002::/16", "3fff::/20",
        "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    ];

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    public void Is_OfAnAddressOnTheInternet_IsTrue(string address) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.100.100.200")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b::127.0.0.1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:808:808::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("ff02::1")]
    public void Is_OfAnyOtherAddress_IsFalse(string address) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [MemberData(nameof(SpecialNetworks))]
    public void Is_OfWhateverAddressInASpecialNetwork_IsFalseAlsoWhenItIsWrapped(string network) => Prop.ForAll(
        Gen.Choose(0, 255).ArrayOf(16).ToArbitrary(),
        dice =>
        {
            var (first, length) = (IPNetwork.Parse(network).BaseAddress.GetAddressBytes(), IPNetwork.Parse(network).PrefixLength);
            byte[] bytes = [.. first.Select((fixedBits, i) => (byte)(fixedBits | (dice[i] & FreeBits(length - 8 * i))))];
            var address = new IPAddress(bytes);

            IPNetwork.Parse(network).Contains(address).ShouldBeTrue();
            PublicAddress.Is(address).ShouldBeFalse();
            if (bytes.Length == 16) return;
            PublicAddress.Is(address.MapToIPv6()).ShouldBeFalse();
            PublicAddress.Is(new IPAddress([0, 0x64, 0xff, 0x9b, .. new byte[8], .. bytes])).ShouldBeFalse();
        }).QuickCheckThrowOnFailure();

    /// <summary>Which bits of a byte are free when so many of its bits belong to the network.</summary>
    private static int FreeBits(int fixedBits) => fixedBits >= 8 ? 0 : fixedBits <= 0 ? 0xff : 0xff >> fixedBits;
}
