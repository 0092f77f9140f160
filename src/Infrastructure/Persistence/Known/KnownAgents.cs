using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>
/// Agents as the path of messages needs them, in memory; and of whom it is known that they are none, for most authors are people. The
/// agents' revision is believed for a while (<see cref="FactLifetimes.Fresh"/>); what is known of each is kept under it, and read after it: it is never older than that.
/// </summary>
/// <remarks>Together they are bounded to 30 MB: a kilobyte for an agent, half of that for who is none, ids and names of full length included.</remarks>
internal sealed class KnownAgents
{
    /// <summary>So many who are none; of agents half as many.</summary>
    private const int Most = 50_000;

    private static readonly Func<ElizaDbContext, Task<long>> Present = EF.CompileAsyncQuery(
        (ElizaDbContext db) => db.Revisions.Where(revision => revision.Name == Revision.Agents).Select(revision => revision.Value).First());

    private readonly KnownFacts<string, long> _revision;
    private readonly KnownFacts<(long Revision, ActorId Id), AgentEntry?> _agents;

    public KnownAgents(IServiceScopeFactory scopes, FactLifetimes lifetimes, TimeProvider time)
    {
        _revision = new(_ => scopes.AskAsync(db => Present(db)), _ => 1, room: 1, lifetimes.Fresh, time);
        _agents = new(
            key => scopes.AskAsync(db => ReadAsync(db.Agents.Where(agent => agent.Id == key.Id), CancellationToken.None)),
            agent => agent is null ? 1 : 2, Most, FactLifetimes.UnderRevision, time);
    }

    /// <summary>The revision of the agents as they are now.</summary>
    public ValueTask<long> FindRevisionAsync(CancellationToken cancellationToken) => _revision.FindAsync(Revision.Agents, cancellationToken);

    /// <summary>The agent of that id, not older than the revision; null when there is none.</summary>
    public ValueTask<AgentEntry?> FindAsync(long revision, ActorId id, CancellationToken cancellationToken) => _agents.FindAsync((revision, id), cancellationToken);

    /// <summary>What was kept under the revision is found no more: the next one is another, or nothing has changed.</summary>
    public void ForgetAll() => _revision.ForgetAll();

    /// <summary>The first of the agents, if there is one.</summary>
    internal static async Task<AgentEntry?> ReadAsync(IQueryable<Agent> agents, CancellationToken cancellationToken)
    {
        var found = await agents.Select(agent => new { agent.Id, agent.Name, agent.IsActive, agent.ReplyPolicy, agent.Kind })
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null ? null
            : new AgentEntry(found.Id, found.Name, new Listener(found.Id, found.IsActive, IsMuted: false, found.ReplyPolicy, found.Kind.FetchesRuns));
    }
}
