using System.Net;
using System.Net.Sockets;

namespace Eliza.WebApi.RateLimiting;

/// <summary>Whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> count: <c>RateLimiting:TrustedProxies</c>, as a list or as one text with commas.</summary>
internal sealed class ProxyOptions
{
    public const string Key = "RateLimiting:TrustedProxies";

    /// <summary>Addresses and networks, as they are configured; none unless told.</summary>
    public IReadOnlyList<string> Entries { get; set; } = [];

    public bool AreReadable => Entries.All(entry => TryParse(entry, out _));

    /// <summary>What the entries mean; an address is a network of one.</summary>
    public IEnumerable<IPNetwork> Networks => Entries.Select(entry => TryParse(entry, out var network) ? network : throw new FormatException(entry));

    public static IReadOnlyList<string> Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Key);
        return [.. section.GetChildren().Select(entry => entry.Value).Prepend(section.Value)
            .SelectMany(text => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
    }

    private static bool TryParse(string entry, out IPNetwork network)
    {
        var parts = entry.Split('/', 2);
        network = default;
        if (!IPAddress.TryParse(parts[0], out var address) || !IsPlain(parts[0], address)) return false;
        if (parts.Length == 2) return IPNetwork.TryParse(entry, out network);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        network = new IPNetwork(address, address.AddressFamily is AddressFamily.InterNetwork ? 32 : 128);
        return true;
    }

    /// <summary>To the parser "10.1", "010.0.0.1" and "[::1]:80" are addresses too, though not those that were meant.</summary>
    private static bool IsPlain(string text, IPAddress address) =>
        address.AddressFamily is AddressFamily.InterNetwork ? address.ToString() == text : !text.Contains('[');
}
