using System.Net;
using Eliza.WebApi.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace Eliza.UnitTests.RateLimiting;

public sealed class ProxyOptionsTests
{
    [Fact]
    public void Read_WhenAListOrOneText_IsTheSame()
    {
        Read(("RateLimiting:TrustedProxies:0", "10.0.0.1"), ("RateLimiting:TrustedProxies:1", "2001:db8::/32")).ShouldBe(["10.0.0.1", "2001:db8::/32"]);
        Read(("RateLimiting:TrustedProxies", " 10.0.0.1, 2001:db8::/32,")).ShouldBe(["10.0.0.1", "2001:db8::/32"]);
        Read(("RateLimiting:TrustedProxies", "")).ShouldBeEmpty();
        Read().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1/32")]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1/32")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("10.1.2.3/8", "10.0.0.0/8")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    public void Networks_OfAnAddressOrANetwork_AreWhatItMeans(string entry, string network)
    {
        var options = new ProxyOptions { Entries = [entry] };
        options.AreReadable.ShouldBeTrue();
        options.Networks.ShouldBe([IPNetwork.Parse(network)]);
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10")]
    [InlineData("10.1")]
    [InlineData("010.0.0.1")]
    [InlineData("10.0.0.1:80")]
    [InlineData("[::1]:80")]
    [InlineData("10/8")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("*")]
    public void AreReadable_WhenSomethingElse_IsFalse(string entry) => new ProxyOptions { Entries = ["10.0.0.1", entry] }.AreReadable.ShouldBeFalse();

    private static IReadOnlyList<string> Read(params (string Key, string Value)[] settings) => ProxyOptions.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))).Build());
}
