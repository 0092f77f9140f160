using System.Collections.Concurrent;
using Eliza.Domain.Common;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>Agents as the path of messages needs them, in memory; and of whom it is known that they are none.</summary>
internal sealed class KnownAgents
{
    private readonly ConcurrentDictionary<ActorId, object> _agents = [];

    public void ForgetAll() => _agents.Clear();
}
