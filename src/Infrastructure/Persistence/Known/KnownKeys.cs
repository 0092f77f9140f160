using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>
/// API keys that were presented lately, in memory, by their hashes; the keys themselves are not kept. Whether one has expired is judged
/// at each use. One that was revoked or rotated ends at once on the server that did it, and on the others when they hear of it, or after
/// <see cref="FactLifetimes.Fresh"/>.
/// </summary>
/// <remarks>One takes two kilobytes at most: together they are bounded to 10 MB. A key that is none is not kept: anybody can invent one.</remarks>
internal sealed class KnownKeys
{
    private const int Most = 5_000;

    private readonly KnownFacts<string, KnownKey?> _keys;

    public KnownKeys(IServiceScopeFactory scopes, FactLifetimes lifetimes, TimeProvider time) =>
        _keys = new(hash => scopes.AskAsync(db => ReadAsync(db, hash)), key => key is null ? 0 : 1, Most, lifetimes.Fresh, time);

    /// <summary>Who presents the key of that hash; null when it is none, or valid no more.</summary>
    public async ValueTask<Caller?> FindAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _keys.FindAsync(hash, cancellationToken) is { } key && key.Row.Accepts(hash, now) ? key.Caller : null;

    public void ForgetAll() => _keys.ForgetAll();

    /// <summary>The key of that hash, be it of today or rotated out: a look-up in each of the two indexes.</summary>
    internal static IQueryable<ApiKey> KeysOfHash(ElizaDbContext db, string hash) =>
        db.ApiKeys.Where(key => key.Hash == hash || key.PreviousHash == hash);

    private static async Task<KnownKey?> ReadAsync(ElizaDbContext db, string hash) =>
        await KeysOfHash(db, hash).AsNoTracking().FirstOrDefaultAsync() is { } row ? new KnownKey(row, CallerOf(row)) : null;

    private static Caller CallerOf(ApiKey key) => key.AgentId is { } agent
        ? Caller.Agent(key.Id.Value, key.Name.Value, agent, key.Scopes, key.RequestsPerMinute)
        : Caller.Service(key.Id.Value, key.Name.Value, key.Scopes, key.RequestsPerMinute);

    /// <param name="Row">As it was read. Nobody else has it, so nobody changes it.</param>
    /// <param name="Caller">Who presents it.</param>
    private sealed record KnownKey(ApiKey Row, Caller Caller);
}
