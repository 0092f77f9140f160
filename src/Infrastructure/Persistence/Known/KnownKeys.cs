using System.Collections.Concurrent;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>API keys that were presented lately, in memory, by their hashes.</summary>
internal sealed class KnownKeys
{
    private readonly ConcurrentDictionary<string, object> _keys = [];

    public void ForgetAll() => _keys.Clear();
}
