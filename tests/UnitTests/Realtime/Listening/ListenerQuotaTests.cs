using Eliza.UnitTests.TestData;
using Eliza.WebApi.Realtime.Gateway;
using Eliza.WebApi.Realtime.Listening;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.Realtime.Listening;

public sealed class ListenerQuotaTests
{
    private readonly ListenerQuota _quota = new(Options.Create(new GatewayOptions { MaxConnectionsPerCaller = 2 }));

    [Fact]
    public void TryTake_BeyondTheLimit_IsRefusedUntilOneIsGivenBack()
    {
        var first = _quota.TryTake(Callers.Ada, ListenerKind.Socket).ShouldNotBeNull();
        _quota.TryTake(Callers.Ada, ListenerKind.Socket).ShouldNotBeNull();
        _quota.TryTake(Callers.Ada, ListenerKind.Socket).ShouldBeNull();
        _quota.TryTake(Callers.Bob, ListenerKind.Socket).ShouldNotBeNull("others have their own");

        first.Dispose();
        first.Dispose();

        _quota.TryTake(Callers.Ada, ListenerKind.Socket).ShouldNotBeNull();
        _quota.TryTake(Callers.Ada, ListenerKind.Socket).ShouldBeNull("what is given back twice counts once");
    }

    [Fact]
    public void TryTake_OfAService_HasNoLimit()
    {
        for (var number = 0; number < 100; number++) _quota.TryTake(Callers.Operator, ListenerKind.Socket).ShouldNotBeNull();
    }

    [Fact]
    public void TryTake_ByManyAtOnce_NeverGrantsMore()
    {
        var granted = 0;
        Parallel.For(0, 1_000, _ =>
        {
            if (_quota.TryTake(Callers.Ada, ListenerKind.Socket) is not { } place) return;
            Interlocked.Increment(ref granted).ShouldBeLessThanOrEqualTo(2);
            Interlocked.Decrement(ref granted);
            place.Dispose();
        });
        _quota.TryTake(Callers.Ada, ListenerKind.Socket).ShouldNotBeNull();
        _quota.TryTake(Callers.Ada, ListenerKind.Socket).ShouldNotBeNull();
    }
}
