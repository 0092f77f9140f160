using Eliza.Domain.Common;
using Eliza.WebApi.Realtime.Gateway;
using Microsoft.Extensions.Options;

namespace Eliza.WebApi.Realtime.Listening;

/// <summary>How many connections and event streams each person and each agent holds, so that none takes all there are. Services are trusted.</summary>
internal sealed class ListenerQuota(IOptions<GatewayOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _held = [];

    /// <summary>A place for one more, to be disposed of with it; null when the caller has as many as it may.</summary>
    public IDisposable? TryTake(Caller caller, ListenerKind kind)
    {
        lock (_lock)
        {
            var held = _held.GetValueOrDefault(caller.Id);
            if (!caller.IsTrusted && held >= options.Value.MaxConnectionsPerCaller) return null;
            _held[caller.Id] = held + 1;
        }
        ListenerMeter.Came(kind);
        return new Place(this, caller.Id, kind);
    }

    private void GiveBack(string caller)
    {
        lock (_lock)
        {
            if (--_held[caller] == 0) _held.Remove(caller);
        }
    }

    private sealed class Place(ListenerQuota quota, string caller, ListenerKind kind) : IDisposable
    {
        private int _isGivenBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGivenBack, 1) == 1) return;
            quota.GiveBack(caller);
            ListenerMeter.Left(kind);
        }
    }
}
