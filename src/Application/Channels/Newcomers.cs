using Eliza.Application.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

/// <summary>Who comes into a channel: an agent's id brings the agent in under its own name, any other id a person.</summary>
internal static class Newcomers
{
    /// <summary>Each once. Of people only the caller's name is known; it is left out where an agent among them goes by it.</summary>
    public static async Task<IReadOnlyList<Newcomer>> ListNewcomersAsync(
        this IAgentDirectory agents, IEnumerable<ActorId> ids, Caller? caller, CancellationToken cancellationToken)
    {
        var distinct = ids.Distinct().ToList();
        var known = await agents.ListAsync(distinct, cancellationToken);
        var taken = known.Values.SelectMany(agent => new[] { agent.Id, agent.Name }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = caller?.DisplayName is { } name && !taken.Contains(name.Value) ? name : null;
        return [.. distinct.Select(id => known.TryGetValue(id.Value, out var agent)
            ? new Newcomer(id, ActorKind.Agent, DisplayName.From(agent.Name))
            : new Newcomer(id, ActorKind.User, id == caller?.Actor ? own : null))];
    }
}
