using System.Net;
using System.Text.Json;
using Eliza.Application.Access;
using Eliza.Application.RateLimiting;
using Eliza.Domain.Common;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>
/// Finds out who calls over a connection, and counts what it does, as authentication and the limits do for requests: a person or an
/// agent draws on the address's bucket too, a service on its own alone, and who is nobody on the address's.
/// </summary>
internal sealed class CallerIntake(IServiceScopeFactory scopes, IRateLimiter limiter)
{
    /// <summary>Who connects, with what it presented; an error when it may not.</summary>
    public async Task<Result<(Caller Caller, PresentedCredential Credential)>> ReadAsync(JsonElement auth, EngineHandshake handshake, CancellationToken cancellationToken)
    {
        if (HandshakeCredential.Of(auth, handshake) is not { } credential) return Counted(handshake.RemoteAddress) ?? AccessErrors.InvalidCredential;
        if (!credential.MayBeOfService && Counted(handshake.RemoteAddress) is { } refused) return refused;
        var read = await ReadAsync(credential, cancellationToken);
        if (credential.MayBeOfService && read is not { IsSuccess: true, Value.IsTrusted: true } && Counted(handshake.RemoteAddress) is { } late) return late;
        return read.Error is { } error ? error : (read.Value, credential);
    }

    /// <summary>Who stands behind a credential now.</summary>
    public async Task<Result<Caller>> ReadAsync(PresentedCredential credential, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var credentials = scope.ServiceProvider.GetRequiredService<Application.Access.ICredentials>();
        return credential.IsBearer
            ? await credentials.ReadBearerAsync(credential.Text, cancellationToken)
            : await credentials.ReadKeyAsync(credential.Text, cancellationToken);
    }

    /// <summary>Counts something that a caller does against its address; its own bucket is counted where the request is handled. The error when there is nothing left.</summary>
    public Error? CountedFor(Caller caller, IPAddress? address) => caller.IsTrusted ? null : Counted(address);

    /// <summary>Counts what no handler will see against the caller's own bucket.</summary>
    public Error? CountedAlone(Caller caller) => limiter.Of(caller) is { } own && !limiter.TryTake(own) ? RateLimitErrors.Exceeded(own) : null;

    /// <summary>In how many seconds the caller may try again, when it is told that it was too fast.</summary>
    public int RetryAfter(Caller caller, IPAddress? address)
    {
        RateLimit?[] limits = [limiter.Of(caller), caller.IsTrusted ? null : limiter.Of(address)];
        var wait = limits.OfType<RateLimit>().Select(limit => limiter.Look(limit).UntilNext).DefaultIfEmpty().Max();
        return Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
    }

    private Error? Counted(IPAddress? address) => limiter.Of(address) is { } limit && !limiter.TryTake(limit) ? RateLimitErrors.Exceeded(limit) : null;
}
