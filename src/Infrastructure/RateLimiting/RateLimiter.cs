using System.Net;
using System.Net.Sockets;
using Eliza.Application.RateLimiting;
using Eliza.Domain.Common;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.RateLimiting;

/// <summary>Says which bucket is whose, as the configuration has it.</summary>
internal sealed class RateLimiter(IOptions<RateLimitOptions> options, TokenBuckets buckets) : IRateLimiter
{
    private const string WithoutAddress = "unknown";
    private const int Ipv6PrefixBytes = 8;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly RateLimitOptions _options = options.Value;

    public RateLimit? Of(Caller caller)
    {
        if (!_options.Enabled) return null;
        var (policy, permits) = caller.Kind switch
        {
            CallerKind.Service => ("service", _options.ServicePerMinute),
            CallerKind.Agent => ("agent", _options.AgentPerMinute),
            _ => ("user", _options.UserPerMinute),
        };
        return caller is { KeyId: { } key, RequestsPerMinute: { } ownPermits }
            ? new RateLimit(policy, $"key:{key}", Math.Max(1, ownPermits), Minute)
            : new RateLimit(policy, caller.Id, permits, Minute);
    }

    public RateLimit? Of(IPAddress? address) =>
        _options.Enabled ? new RateLimit("address", NameOf(address), _options.IpPerHour, TimeSpan.FromHours(1)) : null;

    public bool TryTake(RateLimit limit)
    {
        using var lease = buckets.AttemptAcquire(limit);
        if (!lease.IsAcquired) RateLimitMeter.Refused(limit.Policy);
        return lease.IsAcquired;
    }

    public RateLimitState Look(RateLimit limit) => buckets.Look(limit);

    /// <summary>Of an IPv6 address its network alone, of which every home has a whole one.</summary>
    private static string NameOf(IPAddress? address)
    {
        if (address is null) return WithoutAddress;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily is not AddressFamily.InterNetworkV6) return address.ToString();

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[Ipv6PrefixBytes..].Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
