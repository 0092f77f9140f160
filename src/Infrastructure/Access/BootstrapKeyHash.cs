using Eliza.Domain.Access;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// The hash of the bootstrap key, known from the start on. An operator's own key need not look like one of ours, and
/// whatever else does not look so is refused without asking the database.
/// </summary>
internal sealed class BootstrapKeyHash(IServiceScopeFactory scopes, IOptions<DatabaseOptions> database, FactLifetimes lifetimes, TimeProvider time)
{
    private long _readAt = time.GetTimestamp();

    public string? Value { get; set; }

    /// <summary>
    /// Whether it is this one. Another server on the same database may have replaced the key: so it is read again now and then, as seldom as
    /// other facts, however many try what is none.
    /// </summary>
    public async ValueTask<bool> IsAsync(string hash, CancellationToken cancellationToken)
    {
        if (hash == Value) return true;
        var readAt = Interlocked.Read(ref _readAt);
        if (!database.Value.IsShared || time.GetElapsedTime(readAt) < lifetimes.Fresh) return false;
        if (Interlocked.CompareExchange(ref _readAt, time.GetTimestamp(), readAt) != readAt) return false;
        await using var scope = scopes.CreateAsyncScope();
        Value = await ReadAsync(scope.ServiceProvider.GetRequiredService<ElizaDbContext>(), cancellationToken);
        return hash == Value;
    }

    public static Task<string?> ReadAsync(ElizaDbContext db, CancellationToken cancellationToken) =>
        db.ApiKeys.Where(row => row.Id == ApiKey.BootstrapId).Select(row => row.Hash).FirstOrDefaultAsync(cancellationToken);
}
